import type { CustomerRemedy } from '@camket/contracts'
import {
  type Commitment,
  describeMoney,
  describeOffer,
  type Locale,
  type Offer,
  type Owed,
  type OwedRemedy,
  offersOf,
  owedAt,
  type TicketState,
  waysToGive,
} from '@camket/core'
import { present } from '@camket/core/present'

type Telling = { readonly commitment: Commitment; readonly now: Date; readonly locale: Locale }

/** Each offer with what it comes to now, were it the one that is taken. */
export function remedyChoices(
  remedy: OwedRemedy,
  state: TicketState,
  { commitment, now, locale }: Telling,
): CustomerRemedy['choices'] {
  return offersOf(remedy, state, commitment, now).map((terms, offer) => {
    const taken = { ...remedy, chosen: { offer, at: remedy.chosen?.at ?? now } }
    const owed = owedAt(taken, state, commitment, now)
    return {
      offer,
      text: tellOffer(terms, owed, locale),
      ways: [...waysToGive(terms)],
      ...present({ amount: owed.amount, days: owed.days }),
    }
  })
}

/** "phiếu mua hàng 200.000 ₫" of one that is 50.000 ₫ for each of four days. */
function tellOffer(offer: Offer, { amount, days }: Owed, locale: Locale): string {
  if (offer.type === 'service_days') {
    return describeOffer(days === undefined ? offer : { ...offer, days }, locale)
  }
  if (!amount) return describeOffer(offer, locale)
  return 'value' in offer ? describeOffer({ ...offer, value: amount }, locale) : describeMoney(amount, locale)
}
