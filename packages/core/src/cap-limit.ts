import type { Cap } from './commitment.ts'
import { basisFact } from './offer-worth.ts'
import { shareOf } from './share-of.ts'
import type { Facts } from './vocabulary.ts'

/** The most that is owed, in numbers; a member that is absent limits nothing. */
export type Limit = {
  /** Minor units. */
  readonly amount?: number
  readonly days?: number
  readonly units?: number
  readonly factsNeeded: readonly string[]
}

export function limitOf(cap: Cap | undefined, facts: Facts): Limit {
  switch (cap?.type) {
    case 'amount':
      return { amount: cap.value.amount, factsNeeded: [] }
    case 'percent_of': {
      const fact = basisFact(cap.of)
      const sum = facts[fact]
      if (sum === undefined) return { factsNeeded: [fact] }
      return { amount: shareOf(sum, cap.percent), factsNeeded: [] }
    }
    case 'count':
      return { units: cap.units, factsNeeded: [] }
    case 'days':
      return { days: cap.days, factsNeeded: [] }
    default:
      return { factsNeeded: [] }
  }
}
