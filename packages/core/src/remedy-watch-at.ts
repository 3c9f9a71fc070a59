import type { Commitment } from './commitment.ts'
import { dueAt } from './due-at.ts'
import { growthEndOf } from './growth-end.ts'
import { isOpenRemedy } from './is-open-remedy.ts'
import { chosenPart } from './remedy-part.ts'
import { spanOf, termsOf } from './remedy-span.ts'
import { settlementsOf } from './settlement-of.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'

/**
 * The instant after which the sweep has something to record of a remedy (its cap is reached, so that the time for
 * settling or claiming begins; the time for claiming is over), as of a state that acts have brought up to date.
 * Undefined: nothing that time alone brings about. That it is settled late is for its own deadline to tell.
 */
export function remedyWatchAt(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
): Date | undefined {
  if (!isOpenRemedy(remedy) || state.ticket.status === 'closed') return undefined
  const { settlement } = termsOf(remedy, state)
  if (settlementsOf(remedy, state).some(({ metAt, excluded }) => !metAt && !excluded)) return undefined
  const span = spanOf(remedy, state, commitment)
  const growthEnd = growthEndOf(chosenPart(remedy, state), span)
  if (settlement.type !== 'on_claim' || remedy.state !== 'owed' || !growthEnd) return growthEnd
  // A claim window on record may be of a growth that has gone on since.
  const claimBy = dueAt(growthEnd, settlement.within, span.calendar)
  return remedy.claimBy?.getTime() === claimBy.getTime() ? claimBy : growthEnd
}
