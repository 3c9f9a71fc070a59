import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'

/** Work goes on after waiting or a hold. */
export function resume(
  before: TicketState,
  { by }: { readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('resume', { before, by, commitment, now }, (draft) => draft.add({ type: 'resumed' }))
}
