import type { FileTicketInput, PreviewView, Receipt } from '@camket/contracts'
import { searchArticles } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { html, nothing } from '@camket/contracts/template'
import type { Kind } from '@camket/core/vocabulary'
import { promiseSheet } from '../deadline-promise/deadline-promise.ts'
import { deliver } from '../delivery/deliver.ts'
import type { Delivery, DeliveryState } from '../delivery/delivery.ts'
import type { SavedFile, Sending } from '../delivery/draft-store.ts'
import { PanelPart } from '../element/panel-part.ts'
import type { FormExtras } from '../form-extras/form-extras.ts'
import { ownFieldsOf, ownName } from '../own-fields/own-name.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { fileRequest } from '../proof/file-request.ts'
import { keepRequest } from '../session/kept-requests.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { mayStore, readStored, removeStored, writeStored } from '../session/store.ts'
import { base, column, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { bodyOf } from './body-of.ts'
import { checkValues, type Errors } from './check-values.ts'
import { errorSummary } from './error-summary.ts'
import { contactFields, field, filesField, firstFields } from './form-fields.ts'
import { formFoot } from './form-foot.ts'
import { type FilesField, type FormField, fieldsOf, isField } from './form-values.ts'
import { Preview } from './preview.ts'
import { requestDrafts } from './request-drafts.ts'
import css from './request-form.css?inline'

/** `isNews`: no other tab has heard of it before. */
export type Received = {
  readonly receipt: Receipt
  readonly filed: FileTicketInput
  readonly isNews: boolean
}

/** Writes a request and sends it exactly once. Fires `received`. */
export class RequestForm extends PanelPart {
  static override styles = [base, column, fields, promiseSheet, sheet(css)]
  static override properties = [
    'session',
    'kind',
    'delivery',
    'preview',
    'notice',
    'savedAt',
    'isLoading',
    'hasClock',
  ]
  declare session: Session
  declare kind: Kind
  declare delivery: DeliveryState | undefined
  /** What would be promised now. */
  declare preview: PreviewView | undefined
  declare private notice: string | undefined
  /** When the draft was last kept; null when this browser keeps nothing. */
  declare savedAt: string | undefined | null
  /** What only some forms have is on its way. */
  declare private isLoading: boolean
  /** Set after the first drawing, which somebody waits for: the browser takes long to learn a zone's clocks. */
  declare hasClock: boolean
  /** What was typed. */
  fields: Partial<Record<FormField, string>> = {}
  /** What was uploaded, for the merchant's own fields too. */
  files: readonly SavedFile[] = []
  errors: Errors = {}
  /** Whether the list of errors stands above the form. */
  #isSummed = false
  sender: Delivery<unknown> | undefined
  #isSending = false
  /** For which it was seen whether it has what only some forms have. */
  #openedKind: Kind | undefined
  /** What only some forms have. */
  extras: FormExtras | undefined
  #preview!: Preview
  /** What pickers begin with: the same lists each time, so that drawing again does not begin anew. */
  readonly #firstFiles = new Map<FilesField, readonly SavedFile[]>()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#preview = new Preview(this.session, (view) => {
      this.preview = view
    })
    this.#begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#preview.end()
    this.#openedKind = undefined
    this.extras?.end()
    this.sender?.end()
  }

  protected override firstUpdated(): void {
    setTimeout(() => {
      this.hasClock = true
    }, 100)
  }

  protected override updated(): void {
    const isSending = this.delivery !== undefined
    if (isSending !== this.#isSending) this.session.flag('submitting', isSending)
    this.#isSending = isSending
    this.#preview.update(this)
    // The page can ask for another kind while one is written.
    if (this.kind === this.#openedKind) return
    this.#openedKind = this.kind
    if (this.#asked.length > 0 || this.kind === 'complaint') void this.#loadExtras()
  }

  protected override render() {
    const { words, config } = this.session
    const lookBack = this.extras?.drawLookBack() ?? nothing
    return html`<form novalidate @submit=${this.#submit}>
      <div class="scroll">
        <div class="body" tabindex=${this.delivery ? '0' : nothing}>
          ${this.#isSummed ? errorSummary(this) : nothing}
          ${this.notice ? html`<div class="notice failed" role="alert">${this.notice}</div>` : nothing}
          ${lookBack}
          <fieldset
            ?hidden=${lookBack !== nothing}
            ?disabled=${this.delivery}
            @input=${this.#typed}
            @focusout=${this.#left}
          >
            ${firstFields(this)} ${field(this, 'message', { isLong: true })}
            ${this.extras?.draw() ?? this.#missing()}
            ${this.kind === 'complaint' ? field(this, 'orderNumber', { isNeeded: false }) : nothing}
            ${filesField(this, 'files', { max: limits.attachments_per_ticket_max - this.#asked.filter(({ type }) => type === 'file').length })}
            ${contactFields(this)}
          </fieldset>
          <input class="unseen" id="website" tabindex="-1" autocomplete="off" aria-hidden="true" />
          <p class="small quiet">${words.purpose(config.name)}</p>
          <slot name="form-footer"></slot>
        </div>
        ${formFoot(this)}
      </div>
    </form>`
  }

  get #asked() {
    return ownFieldsOf(this.session.config.fields, this.kind)
  }

  /** Where the merchant's own fields will stand: nothing is sent that lacks them. */
  #missing() {
    if (this.#asked.length === 0) return nothing
    const { words } = this.session
    return html`<button class="btn" @click=${this.#loadExtras}>${words[this.isLoading ? 'loading' : 'retry']}</button>`
  }

  async #loadExtras(): Promise<void> {
    if (this.isLoading) return
    this.isLoading = true
    try {
      const { openExtras } = await import('../form-extras/form-extras.ts')
      this.extras = await openExtras(this)
    } catch {
      // All but the merchant's own fields can be done without.
      if (this.#asked.length > 0) this.notice = this.session.words.problem.unreachable
    }
    this.isLoading = false
  }

  get #drafts() {
    return requestDrafts(this.session.merchant)
  }

  /** From the draft, if there is one. */
  #begin(): void {
    const { words } = this.session
    const { draft, isStale, filesExpired } = this.#drafts.read(new Date()) ?? {}
    this.fields = { ...draft?.values.fields }
    this.files = draft?.files ?? []
    this.savedAt = draft?.savedAt
    this.notice = isStale ? words.delivery.stale : filesExpired ? words.files.expired : undefined
    this.errors = {}
    this.fillIn()
    if (draft?.sending) void this.#deliver(draft.sending)
  }

  /** Puts in what the page knows, where nothing was written. */
  fillIn(): void {
    if (this.delivery) return
    const { known, merchant } = this.session
    // Who wrote from this device before is not asked again; what the page tells comes first. Whom a page has named may
    // be another than whoever wrote before.
    const before = known.identity ? {} : readStored<Record<string, string>>(merchant, 'contact')
    const told = { ...before, ...known.prefill }
    for (const [name, value] of Object.entries(told)) {
      if (value) this.fields[isField(name) ? name : ownName({ name })] ||= value
    }
    this.requestUpdate()
  }

  get isKept(): boolean {
    return mayStore(this.session.merchant) && this.savedAt !== null
  }

  /** Nothing is asked where the page's visitor has still to agree to more than sending. */
  get mayFind(): boolean {
    return this.session.config.hasArticles && mayStore(this.session.merchant)
  }

  /** Here, because what extras share with the panel would become a file of its own. */
  findArticles(q: string, signal: AbortSignal) {
    const { api, merchant, locale } = this.session
    return searchArticles(api, merchant, { q, locale, kind: this.kind }, signal)
  }

  /** What a picker begins with. */
  firstFiles(of: FilesField): readonly SavedFile[] {
    const files = this.#firstFiles.get(of) ?? this.files.filter(({ field = 'files' }) => field === of)
    this.#firstFiles.set(of, files)
    return files
  }

  /** Takes a file that was uploaded elsewhere. */
  addSaved(file: SavedFile): void {
    this.#find<PhotoPicker>('#files')?.put([file])
  }

  /** Other files were chosen; what was wrong with those before is no more. */
  filesChanged({ target }: Event): void {
    const { id: field, saved } = target as PhotoPicker & { id: FilesField }
    this.files = [
      ...this.files.filter((file) => (file.field ?? 'files') !== field),
      ...saved.map((file) => ({ ...file, field })),
    ]
    delete this.errors[field]
    this.#save()
  }

  allowStorage(): void {
    this.session.allowStorage()
    this.#save()
  }

  #typed({ target }: Event): void {
    const { id, value } = target as HTMLInputElement & { id: FormField }
    // Files are no text.
    if (value === undefined) return
    this.fields[id] = value
    // What was wrong is looked at again with every letter; what is not yet wrong only when the field is left.
    if (this.errors[id]) this.#recheck(id)
    // Articles come with the first words, not with the form.
    if (id === 'message') {
      if (this.extras) this.extras.typed()
      else if (value.length > 2 && this.session.config.hasArticles) void this.#loadExtras()
    }
    this.#save()
  }

  #left({ target }: Event): void {
    const { id } = target as HTMLElement & { id: FormField }
    if (this.fields[id]?.trim()) this.#recheck(id)
  }

  #recheck(name: FormField): void {
    const { errors } = this
    const found = this.#check()
    errors[name] = found[name]
    // An address or a number answers for the other.
    if (name === 'phone' && errors.email) errors.email = found.email
    this.requestUpdate()
  }

  #check(): Errors {
    const { words } = this.session
    const errors = { ...checkValues(this, this.session, new Date()), ...this.extras?.check() }
    for (const { id, pending } of this.renderRoot.querySelectorAll<PhotoPicker>('camket-photo-picker')) {
      if (pending) errors[id as FilesField] = words.error[pending]
    }
    return errors
  }

  #save(): void {
    if (this.delivery) return
    const now = new Date()
    this.savedAt = this.#drafts.save(this.#values, this.files, now) ? now.toISOString() : null
    this.requestUpdate()
  }

  get #values() {
    return { kind: this.kind, fields: this.fields }
  }

  discard(): void {
    const { merchant, announce, words } = this.session
    this.#drafts.clear()
    removeStored(merchant, 'contact')
    this.#firstFiles.clear()
    this.#begin()
    announce(words.discarded)
    this.focusField(fieldsOf(this.kind)[0] ?? 'message')
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.delivery) return
    if (this.#asked.length > 0 && !this.extras) return void this.#loadExtras()
    const { kind, files, session } = this
    this.notice = undefined
    this.errors = this.#check()
    const wrong = Object.keys(this.errors)
    if (wrong.length > 0) {
      session.emit('validation-error', { kind, fields: wrong })
      return void this.#showSummary()
    }
    if (this.extras?.lookBack() || !session.emit('submit', { kind }, true)) return
    const body = bodyOf(this, session, {
      files,
      own: this.extras?.values(),
      page: location.href,
      // Nobody sees it: what fills it in is a program.
      website: this.#find<HTMLInputElement>('#website')?.value,
    })
    void this.#deliver(this.#drafts.beginSending(this.#values, files, body, new Date()))
  }

  async #deliver({ body, idempotencyKey }: Sending<FileTicketInput>): Promise<void> {
    const { merchant, words, emit, sdk, known } = this.session
    const delivered = await deliver(this, fileRequest(this.session, body, idempotencyKey))
    if (!delivered) return
    if (delivered.ok) {
      const { code, key, filedAt } = delivered.value
      const { kind, subject, customer } = body
      const isNews = keepRequest(this.session, { code, key, kind, subject, filedAt })
      // Whom the page knows it tells of again; on a shared device nobody else shall find them in the form.
      if (!known.identity) writeStored(merchant, 'contact', customer)
      this.#drafts.clear(idempotencyKey)
      const detail: Received = { receipt: delivered.value, filed: body, isNews }
      this.dispatchEvent(new CustomEvent('received', { detail }))
      return
    }
    // Refused: nothing was filed, so what is corrected travels under a key of its own.
    this.#save()
    // It is seldom needed; without it the notice alone says what to do.
    this.errors = (await sdk().catch(() => undefined))?.errorsOfProblem(delivered, words) ?? {}
    this.notice = problemWords(delivered, words.problem)
    emit('error', { code: delivered.problem.code, during: 'submit' })
    await this.#showSummary()
  }

  async #showSummary(): Promise<void> {
    this.#isSummed = true
    this.extras?.endLookBack()
    this.requestUpdate()
    await this.updateComplete
    const summary = this.#find('.summary')
    summary?.focus()
    summary?.scrollIntoView({ block: 'nearest' })
  }

  focusField(name: keyof Errors): void {
    this.#find(`#${name}`)?.focus()
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector)
  }
}
