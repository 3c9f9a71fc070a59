import type { Offer } from './commitment.ts'
import { shareOf } from './share-of.ts'
import type { Basis, Facts } from './vocabulary.ts'

/** What an offer comes to: a sum in minor units, days, or neither. At least that, where a fact is missing. */
export type Worth = {
  readonly amount: number
  readonly days: number
  readonly factsNeeded: readonly string[]
}

const factOfBasis = {
  order: 'order_amount',
  item: 'item_amount',
  monthly_fee: 'monthly_fee',
} as const satisfies Record<Basis, string>

/** Name of the ticket's fact that a percentage is taken of, in minor units. */
export function basisFact(basis: Basis): string {
  return factOfBasis[basis]
}

/** The greater of several is at least the greatest of those that are known. */
export function worthOf(offer: Offer, facts: Facts): Worth {
  switch (offer.type) {
    case 'money':
    case 'voucher':
    case 'credit':
      return { amount: offer.value.amount, days: 0, factsNeeded: [] }
    case 'percent_of': {
      const fact = basisFact(offer.of)
      const sum = facts[fact]
      if (sum === undefined) return { amount: 0, days: 0, factsNeeded: [fact] }
      return { amount: shareOf(sum, offer.percent), days: 0, factsNeeded: [] }
    }
    case 'greater_of': {
      const each = offer.offers.map((rival) => worthOf(rival, facts))
      return {
        amount: Math.max(...each.map(({ amount }) => amount)),
        days: 0,
        factsNeeded: each.flatMap(({ factsNeeded }) => factsNeeded),
      }
    }
    case 'service_days':
      return { amount: 0, days: offer.days, factsNeeded: [] }
    default:
      return { amount: 0, days: 0, factsNeeded: [] }
  }
}

/** Whether it is given as a thing or a deed, which neither a sum nor a number of days tells. */
export function isInKind({ type }: Offer): boolean {
  return ['replace', 'refund', 'repair', 'loan_item', 'apology'].includes(type)
}
