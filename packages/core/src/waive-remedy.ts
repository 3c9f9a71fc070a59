import type { Commitment } from './commitment.ts'
import { isUnmet } from './deadline.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import { refusedGrounds } from './refused-grounds.ts'
import { remedyIn } from './remedy-in.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/**
 * Says that nothing is owed after all, citing a published exclusion and the evidence that it asks for. Nothing is to
 * be settled then; a settle-by time that was missed before stays missed.
 */
export function waiveRemedy(
  before: TicketState,
  input: {
    readonly number: number
    readonly exclusion: string
    readonly evidence?: readonly string[] | undefined
    /** The words in which the customer is told why. */
    readonly messageId?: string
    readonly by: StaffActor
  },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { number, exclusion, evidence = [], by, messageId } = input
  const found = remedyIn(before, number, ['owed', 'chosen', 'disputed'], { commitment, now })
  if ('refused' in found) return found
  const refused = refusedGrounds(input, commitment, found.remedy.pledge)
  if (refused) return refused
  return performAct(
    'waive_remedy',
    { before, by, commitment, now },
    (draft) => {
      draft.add({
        type: 'remedy_waived',
        number,
        exclusion,
        ...(evidence.length > 0 ? { evidence } : {}),
        ...present({ messageId }),
      })
      for (const deadline of draft.state.deadlines) {
        if (deadline.remedyNumber !== number || !isUnmet(deadline)) continue
        draft.add({ type: 'deadline_excluded', number: deadline.number, reason: 'waived' })
      }
    },
    [{ kind: 'remedy', remedyNumber: number, ...present({ messageId }) }],
  )
}
