import { assert } from './assert.ts'
import type { Calendar } from './calendar.ts'
import type { Commitment, Pledge } from './commitment.ts'
import { dueAt, shareAt } from './due-at.ts'
import { present } from './present.ts'
import type { Deadline, EventData } from './ticket-state.ts'
import type { DeadlineState } from './vocabulary.ts'

/** @throws {CalendarError} when the pledge's calendar has no open window within 400 days. */
export function startDeadline(
  number: number,
  pledge: Pledge,
  startedAt: Date,
  commitment: Commitment,
): Deadline {
  const { id, milestone, within, calendar, remedy, missedWhen, warnings } = pledge
  return present({
    number,
    pledge: id,
    milestone,
    startedAt,
    within,
    calendar,
    remedy,
    missedWhen,
    warnings,
    dueAt: dueAt(startedAt, within, calendarNamed(calendar, commitment)),
    pauses: [],
    warned: 0,
  })
}

/** The event of a deadline that starts, with nothing in it that is only known later. */
export function startedData({ pauses, warned: _, ...deadline }: Deadline): EventData {
  return { type: 'deadline_started', ...deadline, ...(pauses.length > 0 && { pauses }) }
}

/** The state at an instant, whatever a sweep has or has not recorded yet. Exactly on the instant is kept. */
export function stateAt(deadline: Deadline, now: Date): DeadlineState {
  if (deadline.missedAt) return 'missed'
  if (deadline.excluded) return 'excluded'
  if (deadline.metAt) return deadline.metAt <= deadline.dueAt ? 'kept' : 'missed'
  if (deadline.pausedAt) return 'paused'
  return now > deadline.dueAt ? 'missed' : 'running'
}

/** Whether its milestone is still waited for: also of a missed deadline, which can yet be met late. */
export function isUnmet(deadline: Deadline): boolean {
  return !deadline.metAt && !deadline.excluded
}

/** Real milliseconds until it is due, negative once late; of a paused one those left when the pause began. */
export function remainingMillis(deadline: Deadline, now: Date): number | undefined {
  if (!isUnmet(deadline)) return undefined
  return deadline.dueAt.getTime() - (deadline.pausedAt ?? now).getTime()
}

/** When the clock stopped: by a pause, by reaching the milestone or because the pledge no longer applied. */
export function stoppedAt(deadline: Deadline): Date | undefined {
  return deadline.pausedAt ?? deadline.excluded?.at ?? deadline.metAt
}

/** The due instant of a stopped clock that is taken up again; with nothing left it is due at once, not in the past. */
export function dueAtResumed(deadline: Deadline, now: Date, commitment: Commitment): Date {
  // What was due and missed stays so; taken up again is only what the miss owes more of from day to day.
  if (deadline.missedAt) return deadline.dueAt
  const from = stoppedAt(deadline)
  assert(from, `Deadline ${deadline.number} is not stopped`)
  const pauses = [...deadline.pauses, { from, to: now }]
  const due = dueAt(deadline.startedAt, deadline.within, calendarNamed(deadline.calendar, commitment), pauses)
  return due < now ? now : due
}

/** When the next warning falls due; undefined when there is none any more, or while the clock stands. */
export function nextWarningAt(deadline: Deadline, commitment: Commitment): Date | undefined {
  const { warnings, warned, startedAt, within, calendar, pauses } = deadline
  const next = warnings?.[warned]
  if (!next || deadline.pausedAt) return undefined
  return shareAt(startedAt, within, calendarNamed(calendar, commitment), pauses, next.atPercent)
}

export function calendarNamed(name: string, commitment: Commitment): Calendar {
  const calendar = commitment.calendars[name]
  assert(calendar, `The commitment has no calendar "${name}"`)
  return calendar
}
