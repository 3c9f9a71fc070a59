import { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { isUnmet, stateAt } from './deadline.ts'
import { isSo } from './fact-condition.ts'
import { startSettlement } from './start-settlement.ts'
import type { Change, Deadline, TicketState } from './ticket-state.ts'

/**
 * Puts on record what is already true: each deadline whose instant has passed unmet, and the remedy that it owes.
 * Undefined when there is nothing to record, so that it may be called again at any time.
 */
export function recordMisses(before: TicketState, commitment: Commitment, now: Date): Change | undefined {
  const draft = new ChangeDraft(before, commitment, now, { type: 'system' })
  addMisses(draft)
  return draft.isEmpty ? undefined : draft.change()
}

/** Every act begins with this, so that the history tells a miss before whatever came after it. */
export function addMisses(draft: ChangeDraft): void {
  if (draft.state.ticket.status === 'closed') return
  // By number, because a miss may start a deadline that has passed by now too: that of its own remedy.
  for (let place = 0; place < draft.state.deadlines.length; place += 1) {
    const deadline = draft.state.deadlines[place]
    const missedAt = deadline && !deadline.missedAt && missedAtOf(deadline, draft)
    if (!missedAt) continue
    draft.add({ type: 'deadline_missed', number: deadline.number, dueAt: missedAt }, { type: 'system' })
    addRemedy(draft, deadline, missedAt)
  }
}

/** The instant that passed unmet; or now, when a number was noted that ends the waiting. */
function missedAtOf(deadline: Deadline, { state, now }: ChangeDraft): Date | undefined {
  if (stateAt(deadline, now) === 'missed') return deadline.dueAt
  const { missedWhen } = deadline
  return missedWhen && isUnmet(deadline) && isSo(missedWhen, state.ticket.facts) ? now : undefined
}

function addRemedy(draft: ChangeDraft, { number, pledge, remedy }: Deadline, owedAt: Date): void {
  if (!remedy) return
  const remedyNumber = draft.state.remedies.length + 1
  draft.add(
    { type: 'remedy_owed', number: remedyNumber, deadlineNumber: number, pledge, owedAt },
    { type: 'system' },
  )
  draft.tell({ kind: 'remedy', remedyNumber })
  startSettlement(draft, remedyNumber)
}
