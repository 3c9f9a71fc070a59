import type { ChangeDraft } from './change-draft.ts'
import { isUnmet } from './deadline.ts'
import { perUnitOf } from './remedy-part.ts'
import type { Deadline } from './ticket-state.ts'

/**
 * Leaves out the pledges that turned out not to apply. What was missed before stays missed and owed; only what it
 * owes more of from day to day ends here.
 */
export function excludeDeadlines(draft: ChangeDraft, reason: 'withdrawn' | 'duplicate'): void {
  for (const deadline of draft.state.deadlines) {
    if (!isUnmet(deadline) || deadline.milestone === 'remedy_settled') continue
    if (deadline.missedAt && !growsByTime(deadline)) continue
    draft.add({ type: 'deadline_excluded', number: deadline.number, reason })
  }
}

function growsByTime({ remedy }: Deadline): boolean {
  return [remedy?.accrual, remedy?.alongside?.accrual].some((accrual) => accrual && perUnitOf(accrual))
}
