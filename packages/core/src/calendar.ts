import { escapePointer } from './escape-pointer.ts'
import { dayOfDate, hourMillis, isTimeZone, minuteMillis } from './local-clock.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * When a merchant is open, in the words of PRODUCT.md "Time". Windows are `HH:MM-HH:MM`, half-open; `24:00` may
 * end one; one that ends before it begins runs over midnight and belongs to the day it begins on. The windows of
 * a date replace those that would begin on that day. A calendar is a value: never change one in place, for what
 * was read from it is remembered.
 */
export type Calendar = {
  readonly timeZone: string
  readonly week: { readonly [day in Weekday]?: readonly string[] | undefined }
  /** Keys are `YYYY-MM-DD`. */
  readonly dates?: Readonly<Record<string, readonly string[]>> | undefined
}

export type CalendarProblemCode =
  | 'calendar_time_zone_unknown'
  | 'calendar_day_unknown'
  | 'calendar_date_invalid'
  | 'calendar_window_invalid'
  | 'calendar_windows_overlap'
  | 'calendar_never_open'
  | 'calendar_span_too_long'

export type CalendarProblem = {
  /** JSON pointer into the calendar. */
  readonly pointer: string
  readonly code: CalendarProblemCode
  readonly message: string
}

/** Thrown by whatever has to compute with a calendar that cannot be computed with. */
export class CalendarError extends Error {
  readonly code: CalendarProblemCode
  readonly pointer: string

  constructor(problem: CalendarProblem) {
    super(problem.message)
    this.name = 'CalendarError'
    this.code = problem.code
    this.pointer = problem.pointer
  }
}

/** A window as distances from 00:00 of the day it begins on; the end lies beyond 24 h when it runs over midnight. */
export type OpenWindow = { readonly startMillis: number; readonly endMillis: number }

/** A calendar taken apart for computing: windows sorted by their start. */
export type ReadCalendar = {
  readonly timeZone: string
  readonly windowsOn: (day: number) => readonly OpenWindow[]
}

type Reading = { readonly calendar: ReadCalendar; readonly problems: readonly CalendarProblem[] }

const readings = new WeakMap<Calendar, Reading>()

/** @throws {CalendarError} for the first thing in the calendar that cannot be understood. */
export function readCalendar(calendar: Calendar): ReadCalendar {
  const { calendar: read, problems } = tryReadCalendar(calendar)
  const [problem] = problems
  if (problem) throw new CalendarError(problem)
  return read
}

/** Reads what can be understood and says what cannot. */
export function tryReadCalendar(calendar: Calendar): Reading {
  const known = readings.get(calendar)
  if (known) return known
  const reading = takeApart(calendar)
  readings.set(calendar, reading)
  return reading
}

/** Reads `HH:MM-HH:MM`; undefined when it is no window, or an empty one. */
export function parseWindow(text: string): OpenWindow | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text)
  if (!match) return undefined
  const startMillis = Number(match[1]) * hourMillis + Number(match[2]) * minuteMillis
  const endOnClock = Number(match[3] ?? 24) * hourMillis + Number(match[4] ?? 0) * minuteMillis
  if (endOnClock === startMillis) return undefined
  const endMillis = endOnClock < startMillis ? endOnClock + 24 * hourMillis : endOnClock
  return { startMillis, endMillis }
}

function takeApart(calendar: Calendar): Reading {
  const problems: CalendarProblem[] = []
  if (!isTimeZone(calendar.timeZone)) {
    const message = `"${calendar.timeZone}" is not a time zone; write one such as Asia/Ho_Chi_Minh.`
    problems.push({ pointer: '/timeZone', code: 'calendar_time_zone_unknown', message })
  }
  for (const name of Object.keys(calendar.week)) {
    if (weekdays.some((weekday) => weekday === name)) continue
    const message = `"${name}" is not a day of the week; the days are ${weekdays.join(', ')}.`
    problems.push({ pointer: `/week/${escapePointer(name)}`, code: 'calendar_day_unknown', message })
  }
  const week = weekdays.map((weekday) =>
    readWindows(calendar.week[weekday] ?? [], `/week/${weekday}`, problems),
  )
  const dates = new Map<number, readonly OpenWindow[]>()
  for (const [date, windows] of Object.entries(calendar.dates ?? {})) {
    const pointer = `/dates/${escapePointer(date)}`
    const day = dayOfDate(date)
    if (day === undefined) {
      const message = `"${date}" is not a day; write one as YYYY-MM-DD.`
      problems.push({ pointer, code: 'calendar_date_invalid', message })
    } else dates.set(day, readWindows(windows, pointer, problems))
  }
  const windowsOn = (day: number) => dates.get(day) ?? week[weekdayIndex(day)] ?? []
  return { calendar: { timeZone: calendar.timeZone, windowsOn }, problems }
}

function readWindows(texts: readonly string[], pointer: string, problems: CalendarProblem[]): OpenWindow[] {
  const windows: OpenWindow[] = []
  for (const [index, text] of texts.entries()) {
    const window = parseWindow(text)
    if (window) windows.push(window)
    else {
      const message = `"${text}" is not a window; write one as 08:00-12:00 (24:00 may end it).`
      problems.push({ pointer: `${pointer}/${index}`, code: 'calendar_window_invalid', message })
    }
  }
  return windows.sort((a, b) => a.startMillis - b.startMillis)
}

/** 1 January 1970 was a Thursday. */
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}
