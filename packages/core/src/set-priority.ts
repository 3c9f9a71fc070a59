import { clockPastOf } from './clock-past.ts'
import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import { rematchDeadlines } from './rematch.ts'
import type { Change, Refusal, StaffActor, TicketEvent, TicketState } from './ticket-state.ts'
import type { ChangeReason, Priority } from './vocabulary.ts'

export type SetPriorityInput = {
  readonly priority: Priority
  readonly reason?: ChangeReason | undefined
  readonly by: StaffActor
  /** All of its events: when a clock stood that starts only now. */
  readonly history?: readonly TicketEvent[] | undefined
}

/**
 * Open deadlines follow the pledges of the new priority, from the same start. A missed one stays missed. The same
 * priority again changes nothing.
 */
export function setPriority(
  before: TicketState,
  { priority, reason, by, history }: SetPriorityInput,
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const from = before.ticket.priority
  return performAct('set_priority', { before, by, commitment, now }, (draft) => {
    if (from === priority) return
    draft.add({ type: 'priority_set', from, to: priority, ...present({ reason }) })
    rematchDeadlines(draft, history && clockPastOf(history))
  })
}
