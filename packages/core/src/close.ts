import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Ends a resolved ticket for good; nothing of it is computed again. */
export function close(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('close', { before, by, commitment, now }, (draft) => draft.add({ type: 'closed' }))
}
