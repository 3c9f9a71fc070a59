import type { CustomerTicket, DeadlineView } from '@camket/contracts'
import { html, nothing, type Template } from '@camket/contracts/template'
import { describeSpan } from '@camket/core/describe-span'
import { milestoneName } from '@camket/core/names'
import { due, instant } from './instant.ts'
import type { Place } from './place.ts'
import { section } from './section.ts'

const soon_millis = 2 * 3_600_000

export function deadlines(ticket: CustomerTicket, place: Place): Template | typeof nothing {
  if (ticket.deadlines.length === 0) return nothing
  return section(
    place.words.deadlines,
    html`<ul class="rows">
      ${ticket.deadlines.map(
        (deadline) => html`<li>
          <span>${milestoneName(deadline.milestone, place.locale)}</span>
          ${deadlineChip(deadline, place)}
          ${deadline.remedy && isAhead(deadline) ? html`<small>${deadline.remedy.text}</small>` : nothing}
        </li>`,
      )}
    </ul>`,
  )
}

/** A deadline's state in its colour and its word: "còn 22 phút" when it is near, "trước 14:00 thứ Hai 23/11" before. */
export function deadlineChip(deadline: DeadlineView, place: Place): Template {
  const { words, now, locale } = place
  const { state, dueAt, keptAt, missedAt } = deadline
  const chip = (look: string, at: string, said: string) =>
    html`<span class="state ${look}">${instant(at, said, place)}</span>`
  if (state !== 'running') return chip(state, keptAt ?? missedAt ?? dueAt, words.state[state])
  const left_millis = Date.parse(dueAt) - now.getTime()
  if (left_millis >= soon_millis) return chip('running', dueAt, due(dueAt, place))
  const span = describeSpan(Math.abs(left_millis), locale)
  return left_millis < 0 ? chip('missed', dueAt, words.late(span)) : chip('running', dueAt, words.left(span))
}

/** The one that falls due first of those that are ahead. */
export const nearestDeadline = (all: readonly DeadlineView[]): DeadlineView | undefined =>
  all.filter(isAhead).sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0]

/** Still to be kept or missed. */
const isAhead = ({ state }: DeadlineView): boolean => state === 'running' || state === 'paused'
