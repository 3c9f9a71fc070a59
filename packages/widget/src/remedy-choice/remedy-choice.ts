import type { CustomerRemedy, PayTo, RemedyChoiceInput } from '@camket/contracts'
import type { Failure } from '@camket/contracts/client'
import { type PayWay, walletNames } from '@camket/core/pay-ways'
import { newKey } from '../session/new-key.ts'
import { html, nothing, type Template } from '../template/html.ts'
import { TicketForm } from '../ticket-form/ticket-form.ts'

const fieldsOf = {
  bank: ['bank', 'account', 'holder'],
  wallet: ['provider', 'phone'],
  email: ['email'],
  phone: ['phone'],
  shop: [],
} as const satisfies Record<PayWay, readonly string[]>
type Field = (typeof fieldsOf)[PayWay][number]

/** What the customer takes of what they are owed, and how; said exactly once. */
export class RemedyChoice extends TicketForm {
  static override properties = [...TicketForm.properties, 'remedy']
  declare remedy: CustomerRemedy

  protected override render() {
    const { words } = this.session
    const [, way] = this.#taken
    return this.frame(
      html`${this.remedy.choices.map((choice) => this.#choice(choice))}
        ${way ? fieldsOf[way].map((name) => this.#field(name)) : nothing}`,
      words.remedy.send,
    )
  }

  #choice({ offer, text, ways }: CustomerRemedy['choices'][number]): Template {
    const { ways: names } = this.session.words.remedy
    return html`<div role="group" aria-label=${text}>
      <b>${text}</b>
      ${
        ways.length > 0
          ? ways.map((way) => this.radio('take', `${offer}:${way}`, names[way]))
          : this.radio('take', `${offer}`, names.none)
      }
    </div>`
  }

  #field(name: Field): Template {
    const { fields: labels } = this.session.words.remedy
    const autocomplete: Readonly<Record<string, string>> = { phone: 'tel', email: 'email' }
    return this.field(
      name,
      labels[name],
      name === 'provider'
        ? this.select(name, Object.entries(walletNames))
        : html`<input
            id=${name}
            name=${name}
            autocomplete=${autocomplete[name] ?? 'off'}
            aria-required="true"
            .value=${this.said[name] ?? ''}
          />`,
    )
  }

  /** Place of the offer, and the way in which it is to come where it has any. */
  get #taken(): [offer?: string, way?: PayWay] {
    return (this.said.take?.split(':') ?? []) as [string?, PayWay?]
  }

  protected override say(): void {
    const { words } = this.session
    const [offer, way] = this.#taken
    if (!offer) {
      this.notice = words.ticket.pick
      return
    }
    const payTo: Record<string, string | undefined> = { provider: Object.keys(walletNames)[0], ...this.said }
    const how = way ? fieldsOf[way].map((name) => [name, (payTo[name] ?? '').trim()] as const) : []
    const [missing] = how.find(([, value]) => !value) ?? []
    if (missing) void this.#complain(missing, words.error.needed)
    else {
      const body = {
        offer: Number(offer),
        ...(way && { payTo: { way, ...Object.fromEntries(how) } as PayTo }),
      }
      void this.#choose(body)
    }
  }

  async #choose(body: RemedyChoiceInput): Promise<void> {
    const { session, remedy, said } = this
    const delivered = await this.deliver(
      `remedies/${remedy.id}/choice`,
      body,
      said.key,
      session.words.remedy.sent,
    )
    // An account is not left standing in a form that is only closed.
    if (delivered?.ok) this.said = { key: newKey() }
    else if (delivered) this.#refused(delivered)
  }

  #refused({ problem }: Failure): void {
    const [wrong] = problem.errors ?? []
    if (!wrong) return
    const { remedy, error } = this.session.words
    const texts: Record<string, string> = { ...remedy.error, invalid_format: error.email }
    const name = wrong.pointer.replace('/payTo/', '')
    void this.#complain(name, texts[wrong.code] ?? (name === 'phone' ? error.phone : error.notAccepted))
  }

  /** Says what is wrong at the field itself, as the browser does, and leads there. */
  async #complain(name: string, text: string): Promise<void> {
    await this.updateComplete
    const input = this.renderRoot.querySelector<HTMLInputElement>(`.field > [name="${name}"]`)
    input?.setCustomValidity(text)
    input?.reportValidity()
  }
}
