import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import { remedyIn } from './remedy-in.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'

/**
 * The customer does not accept that a remedy was waived, or what was settled: the named contact is told, and the time
 * for settling runs anew, in full, for either settling or citing better grounds.
 */
export function disputeRemedy(
  before: TicketState,
  { number, messageId }: { readonly number: number; readonly messageId?: string },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const found = remedyIn(before, number, ['waived', 'settled'], { commitment, now })
  if ('refused' in found) return found
  return performAct(
    'dispute_remedy',
    { before, by: { type: 'customer' }, commitment, now },
    (draft) => draft.add({ type: 'remedy_disputed', number, ...present({ messageId }) }),
    [{ kind: 'dispute', remedyNumber: number, ...present({ messageId }) }],
  )
}
