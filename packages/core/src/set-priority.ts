import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Actor, Change, Refusal, TicketState } from './ticket-state.ts'
import type { Priority } from './vocabulary.ts'

/**
 * Deadlines already given stay as the customer was told them; only pledges that start later are matched by the new
 * priority. The same priority again changes nothing.
 */
export function setPriority(
  before: TicketState,
  { priority, by }: { readonly priority: Priority; readonly by: Actor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const from = before.ticket.priority
  return performAct('set_priority', { before, by, commitment, now }, (draft) => {
    if (from !== priority) draft.add({ type: 'priority_set', from, to: priority })
  })
}
