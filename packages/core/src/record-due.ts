import { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { nextWarningAt, stateAt } from './deadline.ts'
import { addMisses } from './record-misses.ts'
import type { Change, TicketState } from './ticket-state.ts'

/**
 * What a sweep has to do to a ticket: record what was missed, and warn of what comes near. Undefined when there is
 * nothing to do, so that it may be called again at any time.
 */
export function recordDue(before: TicketState, commitment: Commitment, now: Date): Change | undefined {
  const draft = new ChangeDraft(before, commitment, now, { type: 'system' })
  addMisses(draft)
  addWarnings(draft)
  return draft.isEmpty ? undefined : draft.change()
}

/** Each warning once; none of a deadline that is met, stands, or has passed already. */
function addWarnings(draft: ChangeDraft): void {
  if (draft.state.ticket.status === 'closed') return
  for (const { number, warnings = [] } of draft.state.deadlines) {
    for (let turn = 0; turn < warnings.length; turn += 1) {
      const deadline = draft.state.deadlines[number - 1]
      if (!deadline || deadline.metAt || stateAt(deadline, draft.now) !== 'running') break
      const warning = deadline.warnings?.[deadline.warned]
      const at = nextWarningAt(deadline, draft.commitment)
      if (!warning || !at || draft.now <= at) break
      const { atPercent, to } = warning
      draft.add({ type: 'deadline_warned', number, atPercent, to })
      draft.tell({ kind: 'warning', deadlineNumber: number, to })
    }
  }
}
