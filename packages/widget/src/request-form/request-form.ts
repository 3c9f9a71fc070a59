import type { FileTicketInput, PreviewView, Receipt } from '@camket/contracts'
import { searchArticles } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import type { Kind } from '@camket/core/vocabulary'
import { deadlinePromise, promiseSheet } from '../deadline-promise/deadline-promise.ts'
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
import { html, nothing } from '../template/html.ts'
import { timeWords } from '../time/due-words.ts'
import type { Known } from '../widget-element/host.ts'
import { bodyOf } from './body-of.ts'
import { checkValues, type Errors } from './check-values.ts'
import { coverageLine } from './coverage-line.ts'
import { deliveryNotice } from './delivery-notice.ts'
import {
  callFields,
  contactFields,
  type Form,
  messageField,
  orderField,
  productFields,
} from './form-fields.ts'
import {
  type FormField,
  type FormValues,
  fieldsOf,
  isField,
  type RequestDrafts,
  requestDrafts,
} from './form-values.ts'
import { Preview } from './preview.ts'
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
    'values',
    'errors',
    'summary',
    'preview',
    'delivery',
    'notice',
    'savedAt',
    'isLoading',
  ]
  declare session: Session
  declare kind: Kind
  declare private values: FormValues
  declare private errors: Errors
  /** Whether the list of errors stands above the form. */
  declare private summary: boolean
  declare private preview: PreviewView | undefined
  declare delivery: DeliveryState | undefined
  declare private notice: string
  /** When the draft was last kept; null when this browser keeps nothing. */
  declare private savedAt: string | undefined | null
  /** What only some forms have is on its way. */
  declare private isLoading: boolean
  #drafts!: RequestDrafts
  #preview!: Preview
  sender: Delivery<unknown> | undefined
  #isSending = false
  #restored: readonly SavedFile[] = []
  /** What only some forms have. */
  extras: FormExtras | undefined
  /** Files of the merchant's own fields, until those are there. */
  #ownFiles: readonly SavedFile[] = []

  constructor() {
    super()
    this.errors = {}
    this.summary = false
    this.notice = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts = requestDrafts(this.session.merchant)
    this.#preview = new Preview(this.session, (view) => {
      this.preview = view
    })
    this.#restore()
    if (this.#asked.length > 0 || this.kind === 'complaint') void this.#loadExtras()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#preview.end()
    this.extras?.end()
    this.sender?.end()
  }

  protected override firstUpdated(): void {
    this.#picker.saved = this.#restored
    this.#preview.update(this.values, 0)
  }

  protected override updated(): void {
    const isSending = this.delivery !== undefined
    if (isSending !== this.#isSending) this.session.flag('submitting', isSending)
    this.#isSending = isSending
  }

  protected override render() {
    const { words, config } = this.session
    const form: Form = {
      session: this.session,
      values: this.values,
      errors: this.errors,
      onInput: (name, value) => this.#typed(name, value),
      onBlur: (name) => this.#left(name),
    }
    const lookBack =
      this.extras?.drawLookBack(form, { files: this.#files, asked: fieldsOf(this.kind) }) ?? nothing
    return html`<form novalidate @submit=${this.#submit}>
      <div class="scroll">
        <div class="body" tabindex=${this.delivery ? '0' : nothing}>
          ${this.#summary()}
          ${this.notice ? html`<div class="notice failed" role="alert">${this.notice}</div>` : nothing}
          ${lookBack}
          <fieldset ?hidden=${lookBack !== nothing} ?disabled=${this.delivery !== undefined}>
            ${this.kind === 'warranty' ? productFields(form, this.#coverage()) : nothing}
            ${this.kind === 'callback' ? callFields(form) : nothing} ${messageField(form)}
            ${this.extras?.draw(form) ?? this.#missing()}
            ${this.kind === 'complaint' ? orderField(form) : nothing}
            <camket-photo-picker
              .session=${this.session}
              .max=${limits.attachments_per_ticket_max - this.#asked.filter((field) => field.type === 'file').length}
              .error=${this.errors.files}
              .disabled=${this.delivery !== undefined}
              @change=${() => this.filesChanged('files')}
            ></camket-photo-picker>
            ${contactFields(form)}
          </fieldset>
          <input class="unseen" id="website" tabindex="-1" autocomplete="off" aria-hidden="true" />
          <p class="small quiet">${words.purpose(config.name)}</p>
          <slot name="form-footer"></slot>
        </div>
        ${this.#foot()}
      </div>
    </form>`
  }

  #summary() {
    const errors = Object.entries(this.errors) as [keyof Errors, string][]
    if (!this.summary || errors.length === 0) return nothing
    const { words } = this.session
    return html`<div class="summary" role="group" tabindex="-1" aria-labelledby="summary">
      <h3 id="summary">${words.error.summary}</h3>
      <ul>
        ${errors.map(
          ([name, error]) => html`<li>
            <button class="link" @click=${() => this.#focusField(name)}>
              ${this.#labelOf(name).replace(/[^?]$/, '$&:')} ${error}
            </button>
          </li>`,
        )}
      </ul>
    </div>`
  }

  /** Asks nothing where the page's visitor has still to agree to more than sending. */
  readonly findArticles = (q: string, signal: AbortSignal) => {
    const { api, merchant, locale, config } = this.session
    if (!config.hasArticles || !mayStore(merchant)) return undefined
    return searchArticles(api, merchant, { q, locale, kind: this.kind }, signal)
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
      this.extras = await openExtras(this, this.#ownFiles)
      this.extras.typed(this.values.fields.message ?? '')
    } catch {
      // All but the merchant's own fields can be done without.
      if (this.#asked.length > 0) this.notice = this.session.words.problem.unreachable
    }
    this.isLoading = false
  }

  #coverage() {
    return this.preview?.coverage ? coverageLine(this.preview.coverage, this.session) : nothing
  }

  #foot() {
    const { words, config } = this.session
    const pledges = config.kinds.find(({ kind }) => kind === this.kind)?.pledges ?? []
    return html`<div class="foot">
      ${
        this.delivery
          ? deliveryNotice(this.delivery, words, () => this.sender?.retryNow())
          : deadlinePromise(this.session, {
              deadlines: this.preview?.deadlines,
              pledges,
              needsTime: this.kind === 'callback',
            })
      }
      <button type="submit" class="btn primary" part="send" aria-disabled=${this.delivery ? 'true' : nothing}>
        ${this.delivery ? words[this.delivery.phase === 'sending' ? 'sending' : 'waiting'] : words.send}
      </button>
      ${this.#savedLine()}
    </div>`
  }

  #savedLine() {
    const { words } = this.session
    if (!mayStore(this.session.merchant)) {
      return html`<label class="consent"
        ><input type="checkbox" @change=${this.#allowed} /> ${words.keepHere}</label
      >`
    }
    if (this.savedAt === null) return html`<small>${words.notSaved}</small>`
    if (this.savedAt === undefined) return nothing
    return html`<div class="saved">
      <small>${words.saved(timeWords(this.savedAt, this.session))}</small>
      ${
        this.delivery
          ? nothing
          : html`<button class="link small" @click=${this.#discard}>${words.discard}</button>`
      }
    </div>`
  }

  get #picker(): PhotoPicker {
    return this.renderRoot.querySelector('camket-photo-picker:not([id])') as PhotoPicker
  }

  #labelOf(name: keyof Errors): string {
    const { words } = this.session
    if (name === 'files') return words.files.label
    const own = this.extras?.labelOf(name)
    if (own !== undefined) return own
    return name === 'message' ? words.message[this.kind] : words.field[name as keyof typeof words.field]
  }

  #restore(): void {
    const found = this.#drafts.read(new Date())
    this.values = { kind: this.kind, fields: found?.draft.values.fields ?? {} }
    this.fillIn()
    if (!found) return
    this.savedAt = found.draft.savedAt
    this.#restored = found.draft.files.filter(({ field }) => !field)
    this.#ownFiles = found.draft.files.filter(({ field }) => field)
    if (found.filesExpired) this.notice = this.session.words.files.expired
    if (found.isStale) this.notice = this.session.words.delivery.stale
    if (found.draft.sending) void this.#deliver(found.draft.sending)
  }

  /** Puts in what the page knows, where nothing was written. */
  fillIn(): void {
    if (this.delivery) return
    const fields = { ...this.values.fields }
    const { known, merchant } = this.session
    // Who wrote from this device before is not asked again; what the page tells comes first.
    const told = { ...readStored<Known['prefill']>(merchant, 'contact'), ...known.prefill }
    for (const [name, value] of Object.entries(told)) {
      if (value) fields[isField(name) ? name : ownName({ name })] ||= value
    }
    this.values = { ...this.values, fields }
  }

  /** Takes a file that was uploaded elsewhere. */
  addSaved(file: SavedFile): void {
    this.#picker.put([file])
  }

  #allowed(): void {
    this.session.allowStorage()
    this.savedAt = new Date().toISOString()
    this.#save()
  }

  #typed(name: FormField, value: string): void {
    this.values = { ...this.values, fields: { ...this.values.fields, [name]: value } }
    // What was wrong is looked at again with every letter; what is not yet wrong only when the field is left.
    if (this.errors[name]) this.#recheck(name)
    // Articles come with the first words, not with the form.
    if (name === 'message') {
      if (this.extras) this.extras.typed(value)
      else if (value.length > 2 && this.session.config.hasArticles) void this.#loadExtras()
    }
    this.#save()
    this.#preview.update(this.values)
  }

  #left(name: FormField): void {
    if (this.values.fields[name]?.trim()) this.#recheck(name)
  }

  #recheck(name: FormField): void {
    const { [name]: _, ...others } = this.errors
    const error = this.#check()[name]
    this.errors = error ? { ...others, [name]: error } : others
    // An address or a number answers for the other.
    if (name === 'phone' && this.errors.email && !this.#check().email) this.#recheck('email')
  }

  #check(): Errors {
    const { words, config } = this.session
    const place = { now: new Date(), timeZone: config.timeZone, words: words.error }
    const pending = this.renderRoot.querySelector<PhotoPicker>('camket-photo-picker:not([id])')?.pending
    return {
      ...checkValues(this.values, place),
      ...this.extras?.check(this.values),
      ...(pending && { files: words.error[pending] }),
    }
  }

  /** What was chosen under a field is another; what was wrong with it is no more. */
  filesChanged(name: keyof Errors): void {
    const { [name]: _, ...others } = this.errors
    this.errors = others
    this.#save()
  }

  get #files(): readonly SavedFile[] {
    return [...this.#picker.saved, ...(this.extras?.files ?? this.#ownFiles)]
  }

  #save(): void {
    if (this.delivery) return
    const now = new Date()
    this.savedAt = this.#drafts.save(this.values, this.#files, now) ? now.toISOString() : null
  }

  #discard(): void {
    this.#drafts.clear()
    removeStored(this.session.merchant, 'contact')
    this.values = { kind: this.kind, fields: {} }
    this.fillIn()
    this.#picker.saved = []
    this.#ownFiles = []
    if (this.extras) this.extras.files = []
    this.errors = {}
    this.savedAt = undefined
    this.notice = ''
    this.session.announce(this.session.words.discarded)
    this.#preview.update(this.values)
    this.#focusField(fieldsOf(this.kind)[0] ?? 'message')
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.delivery) return
    if (this.#asked.length > 0 && !this.extras) return void this.#loadExtras()
    this.notice = ''
    this.errors = this.#check()
    const wrong = Object.keys(this.errors)
    const { emit, known, locale, config } = this.session
    if (wrong.length > 0) {
      emit('validation-error', { kind: this.kind, fields: wrong })
      return void this.#showSummary()
    }
    if (this.extras?.lookBack() || !emit('submit', { kind: this.kind }, true)) return
    const files = this.#files
    const body = bodyOf(this.values, files, {
      locale,
      timeZone: config.timeZone,
      page: location.href,
      attributes: known.attributes,
      own: this.extras?.values(this.values) ?? {},
      // Nobody sees it: what fills it in is a program.
      website: this.renderRoot.querySelector<HTMLInputElement>('#website')?.value,
    })
    void this.#deliver(this.#drafts.beginSending(this.values, files, body, new Date()))
  }

  async #deliver({ body, idempotencyKey }: Sending<FileTicketInput>): Promise<void> {
    const { merchant } = this.session
    const delivered = await deliver(this, fileRequest(this.session, body, idempotencyKey))
    if (!delivered) return
    if (delivered.ok) {
      const { code, key, filedAt } = delivered.value
      const isNews = keepRequest(merchant, { code, key, kind: body.kind, subject: body.subject, filedAt })
      const { name, email, phone } = body.customer
      writeStored(merchant, 'contact', { name, email, phone })
      this.#drafts.clear(idempotencyKey)
      const detail: Received = { receipt: delivered.value, filed: body, isNews }
      this.dispatchEvent(new CustomEvent('received', { detail }))
      return
    }
    // Refused: nothing was filed, so what is corrected travels under a key of its own.
    this.#drafts.save(this.values, this.#files, new Date())
    // It is seldom needed; without it the notice alone says what to do.
    const sdk = await this.session.sdk().catch(() => undefined)
    this.errors = sdk?.errorsOfProblem(delivered, this.session.words) ?? {}
    this.notice = problemWords(delivered, this.session.words.problem)
    this.session.emit('error', { code: delivered.problem.code, during: 'submit' })
    await this.#showSummary()
  }

  async #showSummary(): Promise<void> {
    this.summary = true
    this.extras?.endLookBack()
    await this.updateComplete
    const summary = this.renderRoot.querySelector<HTMLElement>('.summary')
    summary?.focus()
    summary?.scrollIntoView({ block: 'nearest' })
  }

  #focusField(name: keyof Errors): void {
    if (name === 'files') this.#picker.focus()
    else this.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus()
  }
}
