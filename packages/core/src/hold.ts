import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Waits for a third party. Clocks run on, for whom the merchant relies on is no affair of the customer's. */
export function hold(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('hold', { before, by, commitment, now }, (draft) => draft.add({ type: 'held' }))
}
