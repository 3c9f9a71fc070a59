import { type CustomersPart, type Failure, sayOfTicket } from '@camket/contracts/client'
import { html, nothing, type Template } from '@camket/contracts/template'
import { deliver } from '../delivery/deliver.ts'
import type { Delivery, DeliveryState } from '../delivery/delivery.ts'
import { type DraftStore, draftStore, newSending, type Sending } from '../delivery/draft-store.ts'
import { PanelPart } from '../element/panel-part.ts'
import type { PhotoPicker } from '../photo-picker/photo-picker.ts'
import { deliveryNotice, sendButton } from '../request-form/delivery-notice.ts'
import { problemWords } from '../session/problem-words.ts'
import type { Session } from '../session/session.ts'
import { mayStore } from '../session/store.ts'
import { withKey } from '../session/with-key.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import type { TicketView } from '../ticket-view/ticket-view.ts'
import { bodyOf, type Said } from './body-of.ts'
import css from './ticket-form.css?inline'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * Something that a customer can say of a request, as its card describes it (contracts/card.ts): sent until it is known
 * what became of it. Then `sent` is fired, which bubbles, with the request as it is now.
 */
export class TicketForm extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = ['content', 'send', 'files', 'notice', 'delivery']
  // What the card says of it.
  declare content: Template
  declare send: string
  declare sent: string
  declare texts: Readonly<Record<string, string>>
  declare files: number
  declare keeps: boolean
  declare session: Session
  /** What is wrong with the whole of it, and what to do. */
  declare private notice: string | undefined
  declare delivery: DeliveryState | undefined
  sender: Delivery<unknown> | undefined
  #drafts!: DraftStore<Said, object>

  override connectedCallback(): void {
    super.connectedCallback()
    const { session, request } = this.#view
    this.session = session
    this.#drafts = draftStore(session.merchant, `${this.#act}:${request.code}`)
  }

  override disconnectedCallback(): void {
    this.sender?.end()
  }

  protected override firstUpdated(): void {
    const found = this.keeps && this.#drafts.read(new Date())
    if (!found) return
    const { files, delivery } = this.session.words
    const { draft, filesExpired, isStale } = found
    for (const [name, value] of Object.entries(draft.values)) {
      const control = this.#form.elements.namedItem(name)
      if (control) Object.assign(control, { value })
    }
    if (this.#picker) this.#picker.saved = draft.files
    if (filesExpired) this.notice = files.expired
    if (isStale) this.notice = delivery.stale
    if (draft.sending) void this.#deliver(draft.sending)
  }

  protected override updated(): void {
    this.#showWay()
  }

  protected override render() {
    const { session, delivery, notice, files } = this
    const { words } = session
    return html`<form novalidate @submit=${this.#submit} @input=${this.#typed}>
      ${notice ? html`<div class="notice failed" role="alert">${notice}</div>` : nothing}
      <fieldset ?disabled=${delivery}>
        ${this.content}
        ${
          files
            ? html`<camket-photo-picker
                .session=${session}
                .max=${files}
                .disabled=${Boolean(delivery)}
                @change=${this.#filesChanged}
              ></camket-photo-picker>`
            : nothing
        }
      </fieldset>
      ${delivery ? deliveryNotice(delivery, this) : nothing}
      ${sendButton(delivery, words, this.send)}
    </form>`
  }

  get isKept(): boolean {
    return this.keeps && mayStore(this.session.merchant)
  }

  get #view(): TicketView {
    return (this.getRootNode() as ShadowRoot).host as TicketView
  }

  get #act(): keyof CustomersPart {
    return this.getAttribute('act') as keyof CustomersPart
  }

  get #form(): HTMLFormElement {
    return this.renderRoot.querySelector('form') as HTMLFormElement
  }

  get #picker(): PhotoPicker | null {
    return this.renderRoot.querySelector('camket-photo-picker')
  }

  get #said(): Said {
    return Object.fromEntries(new FormData(this.#form)) as Said
  }

  #typed({ target }: Event): void {
    this.#tell(target as Control, '')
    this.#showWay()
    this.#save()
  }

  #filesChanged(): void {
    if (this.#picker) this.#picker.error = undefined
    this.#save()
  }

  /** What has to be filled in for the way that is picked, and for no other. */
  #showWay(): void {
    const picked = this.renderRoot.querySelector<HTMLElement>(':checked[data-way]')?.dataset.way
    for (const part of this.renderRoot.querySelectorAll<HTMLFieldSetElement>('fieldset[data-way]')) {
      part.hidden = part.disabled = part.dataset.way !== picked
    }
  }

  #save(): void {
    if (!this.keeps || this.delivery) return
    const said = this.#said
    const saved = this.#picker?.saved ?? []
    if (saved.length > 0 || Object.values(said).some(Boolean)) this.#drafts.save(said, saved, new Date())
    else this.#drafts.clear()
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.delivery) return
    const { error } = this.session.words
    const form = this.#form
    for (const control of form.querySelectorAll<Control>('input, textarea'))
      control.value = control.value.trim()
    const missing = form.querySelector<Control>(':invalid:not(form, fieldset)')
    const picker = this.#picker
    const pending = picker?.pending
    if (picker) picker.error = pending && error[pending]
    if (missing) this.#tell(missing, missing.dataset.missing ?? error.needed)
    else if (pending) picker?.focus()
    else {
      const said = this.#said
      const saved = picker?.saved ?? []
      const body = bodyOf(said, saved)
      void this.#deliver(
        this.keeps ? this.#drafts.beginSending(said, saved, body, new Date()) : newSending(body, new Date()),
      )
    }
  }

  async #deliver({ body, idempotencyKey }: Sending<object>): Promise<void> {
    const { session } = this
    const { request } = this.#view
    const { locale, emit } = session
    const act = this.#act
    this.notice = ''
    const delivered = await deliver(this, () =>
      withKey(session, request, (key) =>
        sayOfTicket(session.api, { code: request.code, key }, act, body, idempotencyKey, {
          locale,
          card: 'true',
        }),
      ),
    )
    if (!delivered) return
    // Until then nothing is enabled that was filled in.
    await this.updateComplete
    if (delivered.ok) {
      this.#drafts.clear(idempotencyKey)
      // An account is not left standing in a form that is only closed.
      this.#form.reset()
      if (this.#picker) this.#picker.saved = []
      if ('level' in body) emit('rated', { code: request.code, level: body.level as number })
      this.dispatchEvent(new CustomEvent('sent', { bubbles: true, detail: delivered.value }))
    } else {
      this.#save()
      this.#refused(delivered)
    }
  }

  #refused(failure: Failure): void {
    const { error, problem: words } = this.session.words
    const { code, errors } = failure.problem
    const [wrong] = errors ?? []
    // Another way's field of the same name is not enabled.
    const field = this.#form.querySelector<Control>(`[name="${wrong?.pointer.slice(1)}"]:enabled`)
    this.#tell(
      field,
      this.texts[wrong?.code ?? code] ?? (field ? error.notAccepted : problemWords(failure, words)),
    )
  }

  /** Says what is wrong where the field says that it is described, and leads there; of no field, above all of them. */
  #tell(field: Control | null, text: string): void {
    const place = this.renderRoot.getElementById(field?.getAttribute('aria-describedby') ?? '')
    if (!field || !place) {
      this.notice = text
      return
    }
    place.textContent = text
    for (const one of this.renderRoot.querySelectorAll(`[name="${field.name}"]`)) {
      one.setAttribute('aria-invalid', String(Boolean(text)))
    }
    if (text) field.focus()
  }
}
