import type { DeadlineView } from '@camket/contracts'
import { countdown } from '@camket/core/countdown'
import { html, type TemplateResult } from 'lit'
import type { DeskContext } from '../desk-context.ts'
import { fullInstant, shortInstant, urgency } from '../words/when.ts'

/** A deadline's state as one word and one colour; of a running one the time that is left. */
export function stateChip(
  context: DeskContext,
  deadline: Pick<DeadlineView, 'state' | 'dueAt' | 'metLateAt'>,
  now: Date,
): TemplateResult {
  const { words, locale, me } = context
  const { state, dueAt, metLateAt } = deadline
  // What was done late is late by as much as it took, however long ago that was.
  const until = metLateAt ? new Date(metLateAt) : now
  const timeZone = me.merchant.timeZone
  const close = state === 'running' && urgency(dueAt, now) !== 'later'
  const text =
    state === 'running' || state === 'missed'
      ? countdown(dueAt, until, words.when)
      : words.deadlineState[state]
  return html`<time
    class="state ${close ? 'owed' : state}"
    datetime=${dueAt}
    title="${words.deadlineState[state]} · ${fullInstant(dueAt, locale, timeZone)}"
    >${close || state !== 'running' ? text : shortInstant(dueAt, locale, timeZone)}</time
  >`
}
