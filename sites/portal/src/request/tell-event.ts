import type { TimelineEntry } from '@camket/contracts'
import { describeMoney } from '@camket/core/describe-money'
import { milestoneName } from '@camket/core/names'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'

/** The timeline in sentences. `handOffs` before an entry are counted, because each further one is worth knowing. */
export function tellTimeline(
  timeline: readonly TimelineEntry[],
  { event: words, outcome, channel }: Strings,
  locale: Locale,
): { readonly at: string; readonly event: TimelineEntry['event']; readonly text: string }[] {
  let handOffs = 0
  return timeline.map((entry) => {
    if (entry.event === 'handed_off') handOffs += 1
    return { at: entry.at, event: entry.event, text: tell(entry) }
  })

  function tell(entry: TimelineEntry): string {
    switch (entry.event) {
      case 'filed':
        return words.filed(channel[entry.channel ?? 'portal'])
      case 'answered':
        return words.answered(entry.department ?? '')
      case 'handed_off':
        return words.handed_off(
          entry.department ?? '',
          entry.toDepartment ?? '',
          entry.reason ?? '',
          handOffs,
        )
      case 'resolved':
        return words.resolved(outcome[entry.outcome ?? 'answered'])
      case 'deadline_missed':
        return words.deadline_missed(entry.milestone ? milestoneName(entry.milestone, locale) : '')
      case 'remedy_settled':
        return words.remedy_settled(entry.amount ? describeMoney(entry.amount, locale) : '')
      default:
        return words[entry.event]
    }
  }
}
