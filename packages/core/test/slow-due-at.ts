import type { Calendar } from '../src/calendar.ts'
import { daysLater, wallClock, windowsOn } from './wall-clock.ts'

// The second opinion on units of days: it looks at what the clocks read every five minutes, which is often enough
// because no zone, clock change or window of the test calendars falls between.

const hour = 3_600_000
const step = hour / 12

/** When a duration of days is due, without pauses. */
export function slowDueAt(
  startedAt: Date,
  { amount, unit }: { amount: number; unit: 'working_day' | 'calendar_day' | 'month' },
  calendar: Calendar,
): Date {
  const { date } = wallClock(calendar.timeZone, startedAt)
  if (unit === 'calendar_day') return endOfDay(calendar.timeZone, daysLater(date, amount))
  if (unit === 'month') return endOfDay(calendar.timeZone, monthsLater(date, amount))
  let left = amount
  for (let day = daysLater(date, 1); ; day = daysLater(day, 1)) {
    const closing = lastClosing(calendar, day)
    if (closing === undefined) continue
    left -= 1
    const shiftEnd = lastClosing(calendar, daysLater(day, -1))
    if (left === 0) return shiftEnd !== undefined && shiftEnd > closing ? shiftEnd : closing
  }
}

const endsOfDays = new Map<string, Date>()
const closings = new WeakMap<Calendar, Map<string, Date | undefined>>()

/** The first instant that reads a later date. */
function endOfDay(timeZone: string, date: string): Date {
  const key = `${timeZone} ${date}`
  const known = endsOfDays.get(key) ?? findEndOfDay(timeZone, date)
  endsOfDays.set(key, known)
  return known
}

function findEndOfDay(timeZone: string, date: string): Date {
  let at = new Date(Date.parse(date) + 8 * hour)
  while (wallClock(timeZone, at).date <= date) at = new Date(at.getTime() + step)
  return at
}

/** The end of the last five minutes that read a time in a window that begins on this date. */
function lastClosing(calendar: Calendar, date: string): Date | undefined {
  const known = closings.get(calendar) ?? new Map<string, Date | undefined>()
  closings.set(calendar, known)
  if (!known.has(date)) known.set(date, findLastClosing(calendar, date))
  return known.get(date)
}

function findLastClosing(calendar: Calendar, date: string): Date | undefined {
  const windows = windowsOn(calendar, date)
  const nextDate = daysLater(date, 1)
  let last: Date | undefined
  if (windows.length === 0) return undefined
  for (let millis = Date.parse(date) - 15 * hour; millis < Date.parse(date) + 62 * hour; millis += step) {
    const read = wallClock(calendar.timeZone, new Date(millis))
    const open = windows.some(({ start, end }) =>
      end < start
        ? (read.date === date && start <= read.time) || (read.date === nextDate && read.time < end)
        : read.date === date && start <= read.time && read.time < end,
    )
    if (open) last = new Date(millis + step)
  }
  return last
}

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const lengths = [31, Math.floor(count / 12) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const two = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-${two(Math.min(day, lengths[count % 12] ?? 0))}`
}
