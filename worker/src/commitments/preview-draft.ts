import type { DraftPreview, PreviewDraftInput } from '@camket/contracts'
import { type Commitment, describeOwedLine, type Locale, previewCommitment } from '@camket/core'
import { present } from '@camket/core/present'

/** What a commitment would promise to a made-up request, and owe so long after each deadline. */
export function previewDraft(
  commitment: Commitment,
  { request, filedAt, late_minutes }: PreviewDraftInput,
  locale: Locale,
): DraftPreview {
  const { customerType = 'consumer', channel = 'widget', ...rest } = request
  const previewed = previewCommitment(
    { ...rest, customerType, channel },
    commitment,
    new Date(filedAt),
    late_minutes,
  )
  return {
    deadlines: previewed.map(({ deadline, owed }) => ({
      pledge: deadline.pledge,
      milestone: deadline.milestone,
      startsAt: deadline.startedAt.toISOString(),
      dueAt: deadline.dueAt.toISOString(),
      owed: owed.map(({ at, lateMinutes, owed: { lines, amount, days, factsNeeded } }) => ({
        at: at.toISOString(),
        late_minutes: lateMinutes,
        lines: lines.map((line) => describeOwedLine(line, commitment.currency, locale)),
        ...present({ amount, days }),
        factsNeeded: [...factsNeeded],
      })),
    })),
  }
}
