import type { RemedyChoiceInput } from '@camket/contracts'
import type { PayWay, WalletProvider } from '@camket/core/pay-ways'
import type { FormError } from '../forms/form-errors.ts'

/** What a customer has filled in about what they are owed, and what was wrong with it. */
export type RemedyDraft = {
  /** `rem_…` */
  readonly id: string
  readonly act: 'choose-remedy' | 'dispute-remedy'
  readonly fields: ReadonlyMap<string, string>
  readonly errors: readonly FormError[]
  /** HTTP status of the page that shows it. */
  readonly status: number
  /** The same for every try at saying this. */
  readonly idempotencyKey: string
}

/** Fields of one remedy's forms; each stands on the page once for every remedy, so its name begins with the id. */
export const fieldName = (id: string, name: string): string => `${id}-${name}`

/** What the radio button of an offer and a way sends; the way is empty where the offer takes none. */
export const takeValue = (offer: number, way: PayWay | ''): string => `${offer}:${way}`

/** What the form says, in the API's words; undefined while nothing is picked. */
export function choiceOf(
  id: string,
  fields: ReadonlyMap<string, string>,
): { readonly body: RemedyChoiceInput; readonly way: string } | undefined {
  const [, offer, way] = /^(\d{1,2}):(\w*)$/.exec(fields.get(fieldName(id, 'take')) ?? '') ?? []
  if (offer === undefined || way === undefined) return undefined
  const payTo = payToOf(way, (name) => fields.get(fieldName(id, name))?.trim() ?? '')
  return { way, body: { offer: Number(offer), ...(payTo && { payTo }) } }
}

function payToOf(way: string, field: (name: string) => string): RemedyChoiceInput['payTo'] {
  switch (way) {
    case 'bank':
      return { way, bank: field('bank'), account: field('account'), holder: field('holder') }
    case 'wallet':
      // Whatever a strange form sends, the API says what may stand here.
      return { way, provider: field('provider') as WalletProvider, phone: field('wallet-phone') }
    case 'email':
      return { way, email: field('email') }
    case 'phone':
      return { way, phone: field('phone') }
    case 'shop':
      return { way }
    default:
      return undefined
  }
}
