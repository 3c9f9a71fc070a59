import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'
import type { ChangeReason, Priority } from './vocabulary.ts'

/**
 * Deadlines already given stay as the customer was told them; only pledges that start later are matched by the new
 * priority. The same priority again changes nothing.
 */
export function setPriority(
  before: TicketState,
  input: { readonly priority: Priority; readonly reason?: ChangeReason; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { priority, reason, by } = input
  const from = before.ticket.priority
  return performAct('set_priority', { before, by, commitment, now }, (draft) => {
    if (from !== priority) draft.add({ type: 'priority_set', from, to: priority, ...present({ reason }) })
  })
}
