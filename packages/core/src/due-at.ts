import { type Calendar, type ReadCalendar, readCalendar } from './calendar.ts'
import {
  checkDuration,
  type Duration,
  DurationError,
  type DurationUnit,
  fixedUnitMillis,
} from './duration.ts'
import { addMonths, dayOf, localReading, millisOf, startOfDay } from './local-clock.ts'
import { closedDaysMax, lastClosing, neverOpen, openSpans, sumOpenMillis } from './open-intervals.ts'

/** The clock stands from `from` until `to`; a pause without `to` has not ended yet. */
export type Pause = { readonly from: Date; readonly to?: Date | undefined }

/** What a clock still has to run: open time for `working_*`, real time otherwise. */
export type TimeLeft = { readonly measure: 'open' | 'real'; readonly millis: number }

/** Thrown when a due instant is asked for while it can't be known: the clock stands and has time left. */
export class ClockPausedError extends Error {
  readonly code = 'clock_paused'

  constructor() {
    super('The clock stands in a pause that has not ended; ask for timeLeft, or end the pause first.')
    this.name = 'ClockPausedError'
  }
}

type RunningSpan = { readonly fromMillis: number; readonly toMillis: number }

/**
 * When something promised within a duration is due, by PRODUCT.md "Time". Exactly then is still kept.
 *
 * Every unit gives the clock a supply: so much open time for `working_minute` `working_hour` `working_day`, so much
 * real time for the rest, as much as lies between the start and the due instant without pauses. Only what runs
 * outside pauses uses it up. Pauses may overlap and come in any order; what lies before the start has no effect.
 *
 * @throws {CalendarError} when the calendar is invalid, or has no open window in 400 days and the unit needs one.
 * @throws {DurationError} when the duration says nothing.
 * @throws {RangeError} when an instant is an invalid Date or lies outside the years 0000 to 9999.
 * @throws {ClockPausedError} when a pause without an end begins before the supply is used up.
 */
export function dueAt(
  startedAt: Date,
  within: Duration,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Date {
  const read = readCalendar(calendar)
  const start = millisOf(startedAt)
  return usedUpAt(start, supply(start, within, read), read, pauses)
}

/**
 * As `dueAt`, for a clock that goes on where another ended: an instant that ends a day (its midnight, its closing
 * time for `working_day`) belongs to the day that it ends. So the first day after a deadline at the end of Tuesday is
 * Wednesday, while something filed at that same instant is filed on Wednesday.
 *
 * @throws As `dueAt`.
 */
export function dueAfter(
  endedAt: Date,
  within: Duration,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Date {
  const read = readCalendar(calendar)
  const end = millisOf(endedAt)
  return usedUpAt(end, supply(end, within, read, dayEndedAt(end, within.unit, read)), read, pauses)
}

/**
 * When so many percent of the clock's time have run, by the same rules as `dueAt`; parts of a millisecond count whole.
 * @throws as `dueAt`
 */
export function shareAt(
  startedAt: Date,
  within: Duration,
  calendar: Calendar,
  pauses: readonly Pause[],
  percent: number,
): Date {
  const read = readCalendar(calendar)
  const start = millisOf(startedAt)
  const { measure, millis } = supply(start, within, read)
  return usedUpAt(start, { measure, millis: Math.ceil((millis * percent) / 100) }, read, pauses)
}

function usedUpAt(start: number, time: TimeLeft, calendar: ReadCalendar, pauses: readonly Pause[]): Date {
  let { millis } = time
  if (millis === 0) return new Date(start)
  for (const running of runningSpans(start, pauses)) {
    const used = time.measure === 'open' ? runOpen(calendar, running, millis) : runReal(running, millis)
    if (used.dueMillis !== undefined) return new Date(used.dueMillis)
    millis = used.leftMillis
  }
  throw new ClockPausedError()
}

/** What is left on the clock at an instant, with the pauses known by then; none once it is due. */
export function timeLeft(
  startedAt: Date,
  within: Duration,
  calendar: Calendar,
  pauses: readonly Pause[],
  at: Date,
): TimeLeft {
  const read = readCalendar(calendar)
  const start = millisOf(startedAt)
  const end = millisOf(at)
  const { measure, millis } = supply(start, within, read)
  let left = millis
  for (const running of runningSpans(start, pauses)) {
    const toMillis = Math.min(running.toMillis, end)
    if (left <= 0 || running.fromMillis >= toMillis) break
    left -=
      measure === 'open' ? sumOpenMillis(read, running.fromMillis, toMillis) : toMillis - running.fromMillis
  }
  return { measure, millis: Math.max(left, 0) }
}

/** What a clock has run until it was stopped: the same measure as `timeLeft`'s, never more than lies between the two. */
export function timeTaken(
  startedAt: Date,
  within: Duration,
  calendar: Calendar,
  pauses: readonly Pause[],
  stoppedAt: Date,
): TimeLeft {
  const read = readCalendar(calendar)
  const end = millisOf(stoppedAt)
  const measure = measureOf(within)
  let millis = 0
  for (const running of runningSpans(millisOf(startedAt), pauses)) {
    const toMillis = Math.min(running.toMillis, end)
    if (running.fromMillis >= toMillis) break
    millis +=
      measure === 'open' ? sumOpenMillis(read, running.fromMillis, toMillis) : toMillis - running.fromMillis
  }
  return { measure, millis }
}

/** What a clock runs on: open time for `working_*`, real time otherwise. */
export function measureOf({ unit }: Duration): TimeLeft['measure'] {
  return unit.startsWith('working_') ? 'open' : 'real'
}

function dayEndedAt(end: number, unit: DurationUnit, calendar: ReadCalendar): number {
  const day = dayOf(localReading(calendar.timeZone, end - 1))
  // The end of a night shift belongs to the evening on which the shift began.
  return unit === 'working_day' && lastClosing(calendar, day - 1) === end ? day - 1 : day
}

/** What the clock has to run at its start; days are counted from `onDay`, by default the start's own. */
function supply(start: number, within: Duration, calendar: ReadCalendar, onDay?: number): TimeLeft {
  const [problem] = checkDuration(within)
  if (problem) throw new DurationError(problem)
  const { amount, unit } = within
  const measure = measureOf(within)
  const unitMillis = fixedUnitMillis[unit]
  if (unitMillis !== undefined) return { measure, millis: amount * unitMillis }

  const { timeZone } = calendar
  const startDay = onDay ?? dayOf(localReading(timeZone, start))
  if (unit === 'working_day') {
    const due = closingOfWorkingDay(calendar, startDay, amount)
    return { measure, millis: sumOpenMillis(calendar, start, due) }
  }
  const lastDay = unit === 'month' ? addMonths(startDay, amount) : startDay + amount
  return { measure, millis: startOfDay(timeZone, lastDay + 1) - start }
}

/**
 * The last closing time of the n-th day with open time after this one. Where the night shift of the day before
 * outlasts the day's own windows, its end is: it is then that the shop closes.
 */
function closingOfWorkingDay(calendar: ReadCalendar, startDay: number, amount: number): number {
  let lastOpenDay = startDay
  let left = amount
  for (let day = startDay + 1; day - lastOpenDay <= closedDaysMax; day++) {
    const closing = lastClosing(calendar, day)
    if (closing === undefined) continue
    lastOpenDay = day
    left -= 1
    if (left === 0) return Math.max(closing, lastClosing(calendar, day - 1) ?? closing)
  }
  throw neverOpen()
}

function runReal(running: RunningSpan, leftMillis: number): { dueMillis?: number; leftMillis: number } {
  const runs = running.toMillis - running.fromMillis
  if (leftMillis <= runs) return { dueMillis: running.fromMillis + leftMillis, leftMillis: 0 }
  return { leftMillis: leftMillis - runs }
}

function runOpen(
  calendar: ReadCalendar,
  running: RunningSpan,
  leftMillis: number,
): { dueMillis?: number; leftMillis: number } {
  let left = leftMillis
  for (const span of openSpans(calendar, running.fromMillis, running.toMillis, closedDaysMax)) {
    const runs = span.toMillis - span.fromMillis
    if (left <= runs) return { dueMillis: span.fromMillis + left, leftMillis: 0 }
    left -= runs
  }
  return { leftMillis: left }
}

/** The spans in which the clock runs: from the start on, without the pauses; the last has no end unless a pause has none. */
function* runningSpans(start: number, pauses: readonly Pause[]): Generator<RunningSpan> {
  const stops = pauses
    .map(({ from, to }) => ({
      fromMillis: millisOf(from),
      toMillis: to === undefined ? Number.POSITIVE_INFINITY : millisOf(to),
    }))
    .filter(({ fromMillis, toMillis }) => fromMillis < toMillis)
    .sort((a, b) => a.fromMillis - b.fromMillis)
  let runsFrom = start
  for (const { fromMillis, toMillis } of stops) {
    if (runsFrom < fromMillis) yield { fromMillis: runsFrom, toMillis: fromMillis }
    runsFrom = Math.max(runsFrom, toMillis)
  }
  if (runsFrom < Number.POSITIVE_INFINITY) yield { fromMillis: runsFrom, toMillis: Number.POSITIVE_INFINITY }
}
