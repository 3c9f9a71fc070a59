import type { ChangeDraft } from './change-draft.ts'
import { isUnmet, stateAt } from './deadline.ts'
import type { Milestone } from './vocabulary.ts'

/** Notes the milestones as reached now; of a missed deadline the miss stays and only the lateness is noted. */
export function meetDeadlines(draft: ChangeDraft, milestones: readonly Milestone[]): void {
  for (const deadline of draft.state.deadlines) {
    if (!isUnmet(deadline) || !milestones.includes(deadline.milestone)) continue
    if (deadline.pausedAt) draft.resume(deadline)
    const late = stateAt(deadline, draft.now) === 'missed'
    draft.add({ type: 'deadline_met', number: deadline.number, late })
  }
}
