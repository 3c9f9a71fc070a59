import { asTerms, type DeadlineView } from '@camket/contracts'
import { type Deadline, describeRemedy, type Locale, stateAt } from '@camket/core'
import { present } from '@camket/core/present'

/** A deadline as it stands now, whatever the sweep has or has not recorded; its remedy also in words. */
export function deadlineView(deadline: Deadline, now: Date, locale: Locale): DeadlineView {
  const { pledge, milestone, dueAt, metAt, remedy, missedAt = dueAt } = deadline
  const state = stateAt(deadline, now)
  return {
    pledge,
    milestone,
    dueAt: dueAt.toISOString(),
    state,
    ...present({
      keptAt: state === 'kept' ? metAt?.toISOString() : undefined,
      missedAt: state === 'missed' ? missedAt.toISOString() : undefined,
      metLateAt: state === 'missed' ? metAt?.toISOString() : undefined,
      remedy: remedy && { ...asTerms(remedy), text: describeRemedy(remedy, locale) },
    }),
  }
}
