import type { Commitment } from './commitment.ts'
import { meetDeadlines } from './meet-deadlines.ts'
import { performAct } from './perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/** A call to the customer. Only one that reached them keeps the pledge of a call; an attempt is noted. */
export function call(
  before: TicketState,
  { reached, by }: { readonly reached: boolean; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('call', { before, by, commitment, now }, (draft) => {
    draft.add({ type: 'call_made', reached })
    if (reached) meetDeadlines(draft, ['callback_made'])
  })
}
