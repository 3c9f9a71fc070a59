import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Waits for the customer: pauses every clock but that of the first reply. */
export function wait(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('wait', { before, by, commitment, now }, (draft) => draft.add({ type: 'waited' }))
}
