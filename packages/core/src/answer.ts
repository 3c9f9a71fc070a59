import type { Commitment } from './commitment.ts'
import { meetDeadlines } from './meet-deadlines.ts'
import { performAct, refusedByStatus } from './perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/**
 * A public reply by a person: meets what waits for a reply, in time or late. With `thenWait` the ticket then waits
 * for the customer.
 */
export function answer(
  before: TicketState,
  input: { readonly messageId: string; readonly by: StaffActor; readonly thenWait?: boolean | undefined },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { messageId, by, thenWait = false } = input
  const waits = thenWait && before.ticket.status !== 'waiting'
  if (waits && refusedByStatus('wait', before)) return { refused: 'act_not_possible', pointer: '/thenWait' }
  return performAct(
    'answer',
    { before, by, commitment, now },
    (draft) => {
      draft.add({ type: 'answered', messageId })
      meetDeadlines(draft, ['first_reply', 'next_reply'])
      if (waits) draft.add({ type: 'waited' })
    },
    [{ kind: 'reply', messageId }],
  )
}
