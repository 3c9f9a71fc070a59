import type { Commitment, Offer, Tier } from './commitment.ts'
import { countUnits } from './count-units.ts'
import { worthOf } from './offer-worth.ts'
import { perUnitOf, tierOfFact } from './remedy-part.ts'
import { spanOf, termsOf } from './remedy-span.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'
import type { Facts } from './vocabulary.ts'

/**
 * What may be chosen from: the remedy's own offers; of a scale, which leaves no choice, the one of the step that is
 * reached. Before any is, or while the number is missing that the scale goes by, the least of them, so that it can be
 * claimed all the same.
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
    return offersOfTier(tier ?? leastOf(tiers, span.facts))
  }
  const per = perUnitOf(accrual)
  const until = span.endedAt && span.endedAt < now ? span.endedAt : now
  const units = per ? countUnits(per, span, until) : 0
  return offersOfTier(tiers.findLast(({ from }) => from <= units) ?? tiers[0])
}

function offersOfTier(tier: Tier | undefined): readonly Offer[] {
  return tier ? [tier.offer] : []
}

function leastOf(tiers: readonly Tier[], facts: Facts): Tier | undefined {
  const [least] = tiers.toSorted((a, b) => measureOf(a.offer, facts) - measureOf(b.offer, facts))
  return least
}

/** Percentages of a sum that nobody has noted yet are compared as they are. */
function measureOf(offer: Offer, facts: Facts): number {
  const { amount, days, factsNeeded } = worthOf(offer, facts)
  return offer.type === 'percent_of' && factsNeeded.length > 0 ? offer.percent : amount + days
}
