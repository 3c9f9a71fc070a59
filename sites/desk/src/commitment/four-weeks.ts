import { type Calendar, parseWindow, type Weekday, weekdays } from '@camket/core/calendar'

const dayMillis = 86_400_000

export type ShownDay = {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly windows: readonly string[]
  /** Other than the week says. */
  readonly isException: boolean
}

/** The day that it is in a zone, `YYYY-MM-DD`; of UTC where the zone is unknown. */
export function todayIn(timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  } catch {
    return now.toISOString().slice(0, 10)
  }
}

/** The day so many days after another. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMillis).toISOString().slice(0, 10)
}

export function weekdayOf(date: string): Weekday {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekdays[(day + 6) % 7] ?? 'mon'
}

/** The windows of the four weeks that begin with the Monday before a day; those that cannot be read are left out. */
export function fourWeeks(calendar: Pick<Calendar, 'week' | 'dates'>, today: string): ShownDay[] {
  const monday = dayAfter(today, -weekdays.indexOf(weekdayOf(today)))
  return Array.from({ length: 28 }, (_, index) => {
    const date = dayAfter(monday, index)
    const exception = calendar.dates?.[date]
    const windows = exception ?? calendar.week?.[weekdayOf(date)] ?? []
    return {
      date,
      windows: windows.filter((window) => parseWindow(window)).toSorted(),
      isException: exception !== undefined,
    }
  })
}

/** Every day from one to another, both among them; at most a year. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < 366; day = dayAfter(day, 1)) days.push(day)
  return days
}
