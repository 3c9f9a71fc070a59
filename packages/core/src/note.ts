import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/** An internal note: all that staff can still add to a closed ticket. It meets no deadline. */
export function note(
  before: TicketState,
  { messageId, by }: { readonly messageId: string; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('note', { before, by, commitment, now }, (draft) =>
    draft.add({ type: 'noted', messageId }),
  )
}
