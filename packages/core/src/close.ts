import type { Commitment } from './commitment.ts'
import { isOpenRemedy } from './is-open-remedy.ts'
import { performAct } from './perform-act.ts'
import { recordMisses } from './record-misses.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Ends a resolved ticket for good; nothing of it is computed again. Refused while a remedy is still open. */
export function close(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { remedies } = recordMisses(before, commitment, now)?.after ?? before
  if (remedies.some(isOpenRemedy)) return { refused: 'remedy_open' }
  return performAct('close', { before, by, commitment, now }, (draft) => draft.add({ type: 'closed' }))
}
