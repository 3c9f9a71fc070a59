import { advanceRemedies } from './advance-remedies.ts'
import { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { isUnmet, stateAt } from './deadline.ts'
import { isSo } from './fact-condition.ts'
import type { Change, Deadline, TicketState } from './ticket-state.ts'

/**
 * Puts on record what is already true: each deadline whose instant has passed unmet, the remedy that it owes, and
 * what time has made of remedies.
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
  addMissed(draft)
  advanceRemedies(draft)
  // A remedy whose settle-by time began so long ago that it is over too.
  addMissed(draft)
}

function addMissed(draft: ChangeDraft): void {
  for (const deadline of draft.state.deadlines) {
    const missedAt = deadline.missedAt ? undefined : missedAtOf(deadline, draft)
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
}
