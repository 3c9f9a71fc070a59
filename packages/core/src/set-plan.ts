import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Notes that the resolution plan was written or changed; its words lie beside the ticket. */
export function setPlan(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('plan', { before, by, commitment, now }, (draft) => draft.add({ type: 'plan_set' }))
}
