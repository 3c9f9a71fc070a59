import type { Commitment, Offer } from './commitment.ts'
import { countUnits } from './count-units.ts'
import { perUnitOf, tierOfFact } from './remedy-part.ts'
import { spanOf, termsOf } from './remedy-span.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'

/**
 * What may be chosen from: the remedy's own offers; of a scale the one of the step that is reached, which there is no
 * choice in. None while a scale is not reached, or while the fact is missing that it goes by.
 */
export function offersOf(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  now: Date,
): readonly Offer[] {
  const { choice, accrual } = termsOf(remedy, state)
  if (accrual.type !== 'tiers') return choice
  const { by, tiers } = accrual
  const span = spanOf(remedy, state, commitment)
  if (by.type === 'fact') {
    const value = span.facts[by.fact]
    const tier = value === undefined ? undefined : tierOfFact(tiers, by.bounds, value)
    return tier ? [tier.offer] : []
  }
  const per = perUnitOf(accrual)
  const until = span.endedAt && span.endedAt < now ? span.endedAt : now
  const units = per ? countUnits(per, span, until) : 0
  const tier = tiers.findLast(({ from }) => from <= units)
  return tier ? [tier.offer] : []
}
