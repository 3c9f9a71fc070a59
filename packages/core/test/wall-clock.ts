import { type Calendar, weekdays } from '../src/calendar.ts'

// A second opinion that shares nothing with what it checks: it asks Intl what the clocks read at an instant and
// compares that text with the windows' own text, one instant at a time.

const formats = new Map<string, Intl.DateTimeFormat>()

export type WallClock = { readonly date: string; readonly time: string }

export function wallClock(timeZone: string, at: Date): WallClock {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const [date = '', time = ''] = format.format(at).split(', ')
  return { date, time: time.slice(0, 5) }
}

/** Whether an instant's reading, to the minute, lies in a window of its own day or in one that ran over from the day before. */
export function readsOpen(calendar: Calendar, at: Date): boolean {
  const { date, time } = wallClock(calendar.timeZone, at)
  const today = windowsOn(calendar, date).some(({ start, end }) =>
    start < end ? start <= time && time < end : start <= time,
  )
  const fromYesterday = windowsOn(calendar, daysLater(date, -1)).some(
    ({ start, end }) => end < start && time < end,
  )
  return today || fromYesterday
}

export function windowsOn(calendar: Calendar, date: string): { start: string; end: string }[] {
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7]
  const texts = calendar.dates?.[date] ?? (weekday && calendar.week[weekday]) ?? []
  return texts.map((text) => ({ start: text.slice(0, 5), end: text.slice(6) }))
}

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
