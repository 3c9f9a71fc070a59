import type { DeadlineView } from '@camket/contracts'
import { countdown } from '@camket/core/countdown'
import type { ConversationSession } from '../session/session.ts'
import { sheet } from '../style/sheet.ts'
import { html, type Template } from '../template/html.ts'
import { dueTime, timeOf } from '../time/time-of.ts'
import css from './deadline-chip.css?inline'

export const chipSheet = sheet(css)
const soon_millis = 2 * 3_600_000

/** A deadline's state in its colour and its word: "còn 22 phút" when it is near, "trước 14:00 thứ Hai 23/11" before. */
export function deadlineChip(deadline: DeadlineView, session: ConversationSession): Template {
  const { words } = session
  const { state, dueAt } = deadline
  const now = new Date()
  if (state !== 'running') {
    const at = deadline.keptAt ?? deadline.missedAt ?? dueAt
    return html`<span class="state ${state}">${timeOf(at, words.state[state], session)}</span>`
  }
  const left = Date.parse(dueAt) - now.getTime()
  const until =
    left < soon_millis ? timeOf(dueAt, countdown(dueAt, now, words.when), session) : dueTime(dueAt, session)
  return html`<span class="state ${left < 0 ? 'missed' : 'running'}">${until}</span>`
}
