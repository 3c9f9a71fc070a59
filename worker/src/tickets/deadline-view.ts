import { asTerms, type DeadlineView } from '@camket/contracts'
import { type Deadline, describeRemedy, type Locale, milestoneName, stateAt } from '@camket/core'
import { describeDue } from '@camket/core/describe-due'
import { present } from '@camket/core/present'

/** A deadline without what is only true to say at one instant ("today"). */
export type StoredDeadline = Omit<DeadlineView, 'milestoneText' | 'dueText'>

type Place = { readonly now: Date; readonly locale: Locale; readonly timeZone: string }

/** A deadline as it stands now, whatever the sweep has or has not recorded; its remedy also in words. */
export const deadlineView = (deadline: Deadline, place: Place): DeadlineView =>
  inWords(storedDeadline(deadline, place), place)

export function storedDeadline(
  deadline: Deadline,
  { now, locale }: Pick<Place, 'now' | 'locale'>,
): StoredDeadline {
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

/** The same with its milestone and its due instant as people say them now. */
export const inWords = (deadline: StoredDeadline, { now, ...place }: Place): DeadlineView => ({
  ...deadline,
  milestoneText: milestoneName(deadline.milestone, place.locale),
  dueText: describeDue(new Date(deadline.dueAt), now, place),
})
