import type { CustomerRemedy, CustomerTicket, PayTo, RemedyChoiceInput } from '@camket/contracts'
import { chooseRemedy, type Failure } from '@camket/contracts/client'
import { type PayWay, walletNames, walletProviders } from '@camket/core/pay-ways'
import { deliver } from '../delivery/deliver.ts'
import type { Delivery, DeliveryState } from '../delivery/delivery.ts'
import { PanelPart } from '../element/panel-part.ts'
import { deliveryNotice } from '../request-form/delivery-notice.ts'
import type { KeptRequest } from '../session/kept-requests.ts'
import { newKey } from '../session/new-key.ts'
import { problemWords } from '../session/problem-words.ts'
import type { ConversationSession } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'
import { base, fields } from '../style/shared.ts'
import { sheet } from '../style/sheet.ts'
import { html, nothing, type Template } from '../template/html.ts'
import css from './remedy-choice.css?inline'

const fieldsOf = {
  bank: ['bank', 'account', 'holder'],
  wallet: ['provider', 'phone'],
  email: ['email'],
  phone: ['phone'],
  shop: [],
} as const satisfies Record<PayWay, readonly string[]>
type Field = (typeof fieldsOf)[PayWay][number]

/** What the customer takes of what they are owed, and how; said exactly once. Fires `sent` with the request as it is then. */
export class RemedyChoice extends PanelPart {
  static override styles = [base, fields, sheet(css)]
  static override properties = ['session', 'request', 'remedy', 'picked', 'notice', 'delivery']
  declare session: ConversationSession
  declare request: KeptRequest
  declare remedy: CustomerRemedy
  /** Offer and way, as `0:bank`. */
  declare private picked: string
  declare private notice: string
  declare delivery: DeliveryState | undefined
  sender: Delivery<unknown> | undefined
  /** Of these words: whatever is changed is another thing to say. */
  #key = ''

  constructor() {
    super()
    this.picked = this.notice = ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sender?.end()
  }

  protected override render() {
    const { words } = this.session
    return html`<form novalidate @submit=${this.#submit} @input=${this.#typed}>
      ${this.notice ? html`<div class="notice failed" role="alert">${this.notice}</div>` : nothing}
      <fieldset ?disabled=${this.delivery !== undefined}>
        <legend class="label">${words.remedy.take}</legend>
        ${this.remedy.choices.map((choice) => this.#choice(choice))}
        ${this.#way ? fieldsOf[this.#way].map((name) => this.#field(name)) : nothing}
      </fieldset>
      ${this.delivery ? deliveryNotice(this.delivery, words, () => this.sender?.retryNow()) : nothing}
      <button type="submit" class="btn primary">${words.remedy.send}</button>
    </form>`
  }

  #choice({ offer, text, ways }: CustomerRemedy['choices'][number]): Template {
    const { words } = this.session
    return html`<div role="group" aria-label=${text}>
      <b>${text}</b>
      ${(ways.length > 0 ? ways : [undefined]).map((way) => {
        const value = `${offer}:${way ?? ''}`
        return html`<label class="check">
          <input
            type="radio"
            name="take"
            .checked=${this.picked === value}
            @change=${() => {
              this.picked = value
            }}
          />
          ${words.remedy.ways[way ?? 'none']}
        </label>`
      })}
    </div>`
  }

  #field(name: Field): Template {
    const { fields: labels } = this.session.words.remedy
    return html`<div class="field">
      <label for=${name}>${labels[name]}</label>
      ${
        name === 'provider'
          ? html`<select id="provider" name="provider">
              ${walletProviders.map((provider) => html`<option value=${provider}>${walletNames[provider]}</option>`)}
            </select>`
          : html`<input id=${name} name=${name} autocomplete=${({ phone: 'tel', email: 'email' } as Record<string, string>)[name] ?? 'off'} aria-required="true" />`
      }
    </div>`
  }

  get #way(): PayWay | undefined {
    return (this.picked.split(':')[1] || undefined) as PayWay | undefined
  }

  #typed(event: Event): void {
    this.#key = ''
    ;(event.target as HTMLInputElement).setCustomValidity('')
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.delivery) return
    const { words } = this.session
    this.notice = this.picked ? '' : words.remedy.pick
    if (!this.picked) return
    const inputs = this.renderRoot.querySelectorAll<HTMLInputElement>('.field > :last-child')
    const values: Record<string, string> = {}
    for (const { name, value } of inputs) {
      values[name] = value.trim()
      if (!values[name]) return void this.#complain(name, words.error.needed)
    }
    const way = this.#way
    const payTo = way && ({ way, ...values } as PayTo)
    void this.#deliver({ offer: Number.parseInt(this.picked, 10), ...(payTo && { payTo }) })
  }

  async #deliver(body: RemedyChoiceInput): Promise<void> {
    const { session, request, remedy } = this
    this.#key ||= newKey()
    const { code } = request
    const idempotencyKey = this.#key
    const delivered = await deliver<CustomerTicket>(this, () =>
      withKey(session, request, (key) =>
        chooseRemedy(session.api, { code, key, id: remedy.id }, body, idempotencyKey),
      ),
    )
    if (!delivered) return
    if (!delivered.ok) return this.#refused(delivered)
    session.announce(session.words.remedy.sent)
    this.dispatchEvent(new CustomEvent('sent', { detail: delivered.value }))
  }

  #refused(failure: Failure): void {
    const { words } = this.session
    this.#key = ''
    this.notice = problemWords(failure, words.problem)
    const [wrong] = failure.problem.errors ?? []
    if (!wrong) return
    const { error } = words.remedy
    const texts: Record<string, string> = { ...error, invalid_format: words.error.email }
    const name = wrong.pointer.replace('/payTo/', '')
    void this.#complain(
      name,
      texts[wrong.code] ?? (name === 'phone' ? words.error.phone : words.error.notAccepted),
    )
  }

  /** Says what is wrong at the field itself, as the browser does, and leads there. */
  async #complain(name: string, text: string): Promise<void> {
    await this.updateComplete
    const input = this.renderRoot.querySelector<HTMLInputElement>(`.field > [name="${name}"]`)
    input?.setCustomValidity(text)
    input?.reportValidity()
  }
}
