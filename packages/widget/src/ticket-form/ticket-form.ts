import type { CustomerTicket } from '@camket/contracts'
import { type CustomersPart, type Result, sayOfTicket } from '@camket/contracts/client'
import { deliver } from '../delivery/deliver.ts'
import type { Delivery, DeliveryState } from '../delivery/delivery.ts'
import { PanelPart } from '../element/panel-part.ts'
import { deliveryNotice, sendButton } from '../request-form/delivery-notice.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { newKey } from '../session/new-key.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing, type Template } from '../template/html.ts'
import css from './ticket-form.css?inline'

/** What is filled in, by the names of the fields. `key`: of just this; whatever is changed is another thing to say. */
export type Said = { readonly key: string } & { readonly [name: string]: string | undefined }

/**
 * A form in which a customer says something about a request. It is sent until it is known what became of it; then
 * `sent` is fired, which bubbles, with the request as it is now.
 */
export abstract class TicketForm extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = ['session', 'request', 'notice', 'delivery', 'said']
  declare session: ConversationSession
  declare request: KeptRequest
  /** What is wrong with the whole of it, and what to do. */
  declare protected notice: string | undefined
  declare protected said: Said
  declare delivery: DeliveryState | undefined
  sender: Delivery<unknown> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.said ??= { key: newKey() }
  }

  override disconnectedCallback(): void {
    this.sender?.end()
  }

  protected frame(content: Template, send: string): Template {
    const { session, notice, delivery } = this
    const { words } = session
    return html`<form novalidate @submit=${this.#submit} @input=${this.typed}>
      ${notice ? html`<div class="notice failed" role="alert">${notice}</div>` : nothing}
      <fieldset ?disabled=${delivery}>${content}</fieldset>
      ${delivery ? deliveryNotice(delivery, words, () => this.sender?.retryNow()) : nothing}
      ${sendButton(delivery, words, send)}
    </form>`
  }

  protected field(name: string, label: string, control: Template): Template {
    return html`<div class="field"><label for=${name}>${label}</label>${control}</div>`
  }

  protected radio(name: string, value: string, label: string): Template {
    return html`<label class="check">
      <input type="radio" name=${name} value=${value} .checked=${this.said[name] === value} />
      ${label}
    </label>`
  }

  protected select(name: string, options: readonly (readonly [value: string, words: string])[]): Template {
    return html`<select id=${name} name=${name}>
      ${options.map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${this.said[name] === value}>${words}</option>`,
      )}
    </select>`
  }

  protected typed({ target }: Event): void {
    const input = target as HTMLInputElement
    input.setCustomValidity('')
    this.said = { ...this.said, [input.name]: input.value, key: newKey() }
  }

  /** Looks over what is filled in, and delivers it; never called while something is on its way. */
  protected abstract say(): void

  /** `told` is for screen readers. */
  protected async deliver<Part extends keyof CustomersPart>(
    part: Part,
    body: CustomersPart[Part],
    idempotencyKey: string,
    told: string,
  ): Promise<Result<CustomerTicket> | undefined> {
    const { session, request } = this
    const { code } = request
    this.notice = ''
    const delivered = await deliver(this, () =>
      withKey(session, request, (key) => sayOfTicket(session.api, { code, key }, part, body, idempotencyKey)),
    )
    if (delivered?.ok) {
      session.announce(told)
      this.dispatchEvent(new CustomEvent('sent', { bubbles: true, detail: delivered.value }))
    } else if (delivered) this.notice = problemWords(delivered, session.words.problem)
    return delivered
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (!this.delivery) this.say()
  }
}
