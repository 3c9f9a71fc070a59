import { type Calendar, CalendarError, type ReadCalendar, readCalendar } from './calendar.ts'
import { dayMillis, dayOf, localReading, millisOf, stretches } from './local-clock.ts'

/** PRODUCT.md "Time": a calendar with no open window in the next 400 days is an error, never a guess. */
export const closedDaysMax = 400

/** Nothing that Camket computes looks further than a hundred years; without an end a loop could be made endless. */
export const spanDaysMax = 36_525

/** A stretch of open time in real milliseconds, half-open. */
export type OpenSpan = { readonly fromMillis: number; readonly toMillis: number }

export type OpenInterval = { readonly from: Date; readonly to: Date }

/** Whether the local wall clock reads a time within one of the calendar's windows. */
export function isOpen(calendar: Calendar, instant: Date): boolean {
  const read = readCalendar(calendar)
  const reading = localReading(read.timeZone, millisOf(instant))
  const today = dayOf(reading)
  return [today - 1, today].some((day) =>
    read.windowsOn(day).some(({ startMillis, endMillis }) => {
      const sinceMidnight = reading - day * dayMillis
      return startMillis <= sinceMidnight && sinceMidnight < endMillis
    }),
  )
}

/** The open time between two instants, in order, joined where it touches (over midnight, over a clock change). */
export function openIntervals(calendar: Calendar, from: Date, to: Date): OpenInterval[] {
  const joined: { from: Date; to: Date }[] = []
  for (const { fromMillis, toMillis } of openSpans(readCalendar(calendar), millisOf(from), millisOf(to))) {
    const last = joined.at(-1)
    if (last?.to.getTime() === fromMillis) last.to = new Date(toMillis)
    else joined.push({ from: new Date(fromMillis), to: new Date(toMillis) })
  }
  return joined
}

/** Milliseconds of open time between two instants; 0 when `to` is not after `from`. */
export function openMillisBetween(calendar: Calendar, from: Date, to: Date): number {
  return sumOpenMillis(readCalendar(calendar), millisOf(from), millisOf(to))
}

/**
 * The first open instant at or after this one.
 * @throws {CalendarError} `calendar_never_open` when the next 400 days have none.
 */
export function nextOpening(calendar: Calendar, at: Date): Date {
  const ahead = openSpans(readCalendar(calendar), millisOf(at), Number.POSITIVE_INFINITY, closedDaysMax)
  const { value } = ahead.next()
  if (!value) throw spanTooLong()
  return new Date(value.fromMillis)
}

/** As `openMillisBetween`, for a calendar already read. */
export function sumOpenMillis(calendar: ReadCalendar, fromMillis: number, toMillis: number): number {
  let sum = 0
  for (const span of openSpans(calendar, fromMillis, toMillis)) sum += span.toMillis - span.fromMillis
  return sum
}

/**
 * The real instant at which the last window that begins on this local day closes, or undefined when the day has no
 * open instant (no windows, or only ones that a clock change skips).
 */
export function lastClosing(calendar: ReadCalendar, day: number): number | undefined {
  let last: number | undefined
  const windows = calendar.windowsOn(day)
  if (windows.length === 0) return undefined
  // No zone is further than a day from UTC, and no window reaches beyond the next day.
  const midnight = day * dayMillis
  for (const stretch of stretches(calendar.timeZone, midnight - dayMillis, midnight + 3 * dayMillis)) {
    for (const { startMillis, endMillis } of windows) {
      const opens = Math.max(midnight + startMillis - stretch.offsetMillis, stretch.fromMillis)
      const closes = Math.min(midnight + endMillis - stretch.offsetMillis, stretch.toMillis)
      if (opens < closes && (last === undefined || closes > last)) last = closes
    }
  }
  return last
}

/**
 * The open time between two instants, in order; spans may touch and never overlap.
 * @throws {CalendarError} `calendar_never_open` once more than `closedDaysAllowed` days pass without open time;
 *   `calendar_span_too_long` when the caller goes on beyond a hundred years.
 */
export function* openSpans(
  calendar: ReadCalendar,
  fromMillis: number,
  toMillis: number,
  closedDaysAllowed = Number.POSITIVE_INFINITY,
): Generator<OpenSpan> {
  const spanEnd = fromMillis + spanDaysMax * dayMillis
  let openUntil = fromMillis
  for (const stretch of stretches(calendar.timeZone, fromMillis, Math.min(toMillis, spanEnd))) {
    const { offsetMillis } = stretch
    const readingEnd = stretch.toMillis + offsetMillis
    // Windows come in the order of their starts, so whatever lies before this reading is done with.
    let reading = stretch.fromMillis + offsetMillis
    for (let day = dayOf(reading) - 1; day * dayMillis < readingEnd; day++) {
      if (day - dayOf(openUntil + offsetMillis) > closedDaysAllowed) throw neverOpen()
      for (const { startMillis, endMillis } of calendar.windowsOn(day)) {
        const opens = Math.max(day * dayMillis + startMillis, reading)
        const closes = Math.min(day * dayMillis + endMillis, readingEnd)
        if (opens >= closes) continue
        reading = closes
        openUntil = closes - offsetMillis
        yield { fromMillis: opens - offsetMillis, toMillis: openUntil }
      }
    }
  }
  if (toMillis > spanEnd) throw spanTooLong()
}

export function neverOpen(): CalendarError {
  const message = `The calendar has no open window within ${closedDaysMax} days; give it opening hours.`
  return new CalendarError({ pointer: '', code: 'calendar_never_open', message })
}

export function spanTooLong(): CalendarError {
  const message = 'The computation reaches more than a hundred years ahead; ask for a shorter time.'
  return new CalendarError({ pointer: '', code: 'calendar_span_too_long', message })
}
