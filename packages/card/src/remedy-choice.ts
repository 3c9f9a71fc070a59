import type { CustomerRemedy, CustomerTicket } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import { type PayWay, walletNames } from '@camket/core/pay-ways'
import type { Place } from './place.ts'
import { errorOf, field, radio, ticketForm } from './ticket-form.ts'

type Customer = CustomerTicket['customer']

/** What the customer takes of what they are owed, and how it is to reach them. */
export function remedyChoice(remedy: CustomerRemedy, customer: Customer, place: Place): Template {
  const { remedy: words, phoneWrong, emailWrong } = place.words
  const ways = new Set(remedy.choices.flatMap((choice) => choice.ways))
  const content = html`
    <div role="radiogroup" aria-label=${words.take}>
      ${remedy.choices.map((choice) => offered(choice, remedy, place))} ${errorOf('_take')}
    </div>
    ${[...ways].map((way) => fieldsOf(way, customer, place))}
  `
  return ticketForm(
    `remedies/${remedy.id}/choice`,
    {
      content,
      send: words.send,
      sent: words.sent,
      texts: {
        ...words.wrong,
        phone_invalid: phoneWrong,
        mobile_invalid: phoneWrong,
        invalid_format: emailWrong,
      },
    },
    place,
  )
}

function offered(
  { offer, text, ways }: CustomerRemedy['choices'][number],
  { chosen, payee }: CustomerRemedy,
  { words: { remedy: words, pick } }: Place,
): Template {
  const take = (label: string, way?: PayWay) =>
    radio({
      name: '_take',
      value: { offer, ...(way && { payTo: { way } }) },
      label,
      isPicked: offer === chosen && way === payee?.way,
      missing: pick,
      ...(way && { way }),
    })
  return html`<div role="group" aria-label=${text}>
    <b>${text}</b>
    ${ways.length > 0 ? ways.map((way) => take(words.ways[way], way)) : take(words.none)}
  </div>`
}

/** What has to be known for one way; for whoever picked it. */
function fieldsOf(
  way: PayWay,
  customer: Customer,
  { words: { remedy: words } }: Place,
): Template | typeof nothing {
  const text = (
    id: string,
    name: string,
    label: string,
    more: { autocomplete?: string; value?: string } = {},
  ) =>
    field(
      id,
      label,
      html`<input
        id=${id}
        name="payTo/${name}"
        value=${more.value}
        autocomplete=${more.autocomplete ?? 'off'}
        aria-describedby="${id}-error"
        required
      />`,
    )
  const { email = '', phone = '' } = customer
  const fields: Readonly<Record<PayWay, readonly Template[]>> = {
    bank: [
      text('bank', 'bank', words.fields.bank),
      text('account', 'account', words.fields.account),
      text('holder', 'holder', words.fields.holder),
    ],
    wallet: [
      field(
        'provider',
        words.fields.provider,
        html`<select id="provider" name="payTo/provider" aria-describedby="provider-error">
          ${Object.entries(walletNames).map(([value, name]) => html`<option value=${value}>${name}</option>`)}
        </select>`,
      ),
      text('wallet-phone', 'phone', words.fields.phone, { autocomplete: 'tel', value: phone }),
    ],
    email: [text('email', 'email', words.fields.email, { autocomplete: 'email', value: email })],
    phone: [text('phone', 'phone', words.fields.phone, { autocomplete: 'tel', value: phone })],
    shop: [],
  }
  if (fields[way].length === 0) return nothing
  return html`<fieldset data-way=${way} hidden disabled>${fields[way]}</fieldset>`
}
