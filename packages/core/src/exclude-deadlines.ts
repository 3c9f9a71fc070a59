import type { ChangeDraft } from './change-draft.ts'
import { isUnmet } from './deadline.ts'

/** Leaves out the pledges that turned out not to apply; what was missed before stays missed. */
export function excludeDeadlines(draft: ChangeDraft, reason: 'withdrawn' | 'duplicate'): void {
  for (const deadline of draft.state.deadlines) {
    if (!isUnmet(deadline) || deadline.missedAt || deadline.milestone === 'remedy_settled') continue
    draft.add({ type: 'deadline_excluded', number: deadline.number, reason })
  }
}
