import type { CustomerRemedy } from '@camket/contracts'
import {
  type Commitment,
  describeMoney,
  describeOffer,
  describeOwed,
  type Locale,
  type Offer,
  type Owed,
  type OwedRemedy,
  offersOf,
  owedAt,
  type PayWay,
  type TicketState,
  waysToGive,
} from '@camket/core'
import { present } from '@camket/core/present'

type Telling = { readonly commitment: Commitment; readonly now: Date; readonly locale: Locale }

/** Each offer with what it comes to now, were it the one that is taken. A scale is taken as a whole. */
export function remedyChoices(
  remedy: OwedRemedy,
  state: TicketState,
  telling: Telling,
): CustomerRemedy['choices'] {
  const { commitment, now, locale } = telling
  const offers = offersOf(remedy, state, commitment, now)
  return waysToTake(remedy, state).map((ways, offer) => {
    const taken = { ...remedy, chosen: { offer, at: remedy.chosen?.at ?? now } }
    const owed = owedAt(taken, state, commitment, now)
    const { amount, days } = owed
    const terms = isScale(remedy, state) ? undefined : offers[offer]
    const text = terms ? tellOffer(terms, owed, locale) : describeOwed({ ...owed, offers }, locale)
    return { offer, text, ways: [...ways], ...present({ amount, days }) }
  })
}

/** For each thing that may be taken, the ways in which it can reach the customer. */
export function waysToTake(
  { deadlineNumber }: OwedRemedy,
  { deadlines }: TicketState,
): readonly (readonly PayWay[])[] {
  const terms = deadlines[deadlineNumber - 1]?.remedy
  if (!terms) return []
  if (terms.accrual.type !== 'tiers') return terms.choice.map(waysToGive)
  return [[...new Set(terms.accrual.tiers.flatMap(({ offer }) => waysToGive(offer)))]]
}

function isScale({ deadlineNumber }: OwedRemedy, { deadlines }: TicketState): boolean {
  return deadlines[deadlineNumber - 1]?.remedy?.accrual.type === 'tiers'
}

/** "phiếu mua hàng 200.000 ₫" of one that is 50.000 ₫ for each of four days; what comes beside it has its own line. */
function tellOffer(offer: Offer, { amount, days, lines }: Owed, locale: Locale): string {
  if (offer.type === 'service_days') {
    return describeOffer(days === undefined ? offer : { ...offer, days }, locale)
  }
  if (!amount) return describeOffer(offer, locale)
  const beside = lines
    .filter(({ reason, offer: other }) => reason === 'alongside' || (reason === 'late_penalty' && other))
    .reduce((sum, line) => sum + (line.amount ?? 0), 0)
  const own = { ...amount, amount: amount.amount - beside }
  return 'value' in offer ? describeOffer({ ...offer, value: own }, locale) : describeMoney(own, locale)
}
