import { type Calendar, type Weekday, weekdays } from './calendar.ts'
import { listOf } from './list-of.ts'
import type { Locale } from './vocabulary.ts'

const dayNames: Record<Locale, Record<Weekday, string>> = {
  vi: {
    mon: 'thứ Hai',
    tue: 'thứ Ba',
    wed: 'thứ Tư',
    thu: 'thứ Năm',
    fri: 'thứ Sáu',
    sat: 'thứ Bảy',
    sun: 'Chủ nhật',
  },
  en: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
}

const words: Record<
  Locale,
  { to: string; everyDay: string; allDay: string; nextDay: string; never: string }
> = {
  vi: {
    to: 'đến',
    everyDay: 'mỗi ngày',
    allDay: 'suốt 24 giờ',
    nextDay: 'hôm sau',
    never: 'không có giờ làm việc hằng tuần',
  },
  en: {
    to: 'to',
    everyDay: 'every day',
    allDay: 'around the clock',
    nextDay: 'the next day',
    never: 'no weekly hours',
  },
}

/** The week's open hours: "thứ Hai đến thứ Sáu 8:00–12:00 và 13:30–17:30, thứ Bảy 8:00–12:00". Dates are not told. */
export function describeWeek({ week }: Calendar, locale: Locale): string {
  const daysByWindows = new Map<string, Weekday[]>()
  for (const day of weekdays) {
    const windows = week[day] ?? []
    if (windows.length === 0) continue
    const key = [...windows].sort().join(' ')
    daysByWindows.set(key, [...(daysByWindows.get(key) ?? []), day])
  }
  const groups = [...daysByWindows].map(
    ([windows, days]) => `${describeDays(days, locale)} ${describeWindows(windows.split(' '), locale)}`,
  )
  if (groups.length === 0) return words[locale].never
  return groups.join(groups.some((group) => group.includes(',')) ? '; ' : ', ')
}

function describeDays(days: readonly Weekday[], locale: Locale): string {
  if (days.length === weekdays.length) return words[locale].everyDay
  const names = runsOf(days).flatMap((run) => {
    const spoken = run.map((day) => dayNames[locale][day])
    return run.length < 3 ? spoken : [`${spoken.at(0)} ${words[locale].to} ${spoken.at(-1)}`]
  })
  return listOf(names, 'and', locale)
}

/** Days that follow one another, together. */
function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && weekdays.indexOf(last) + 1 === weekdays.indexOf(day)) run.push(day)
    else runs.push([day])
  }
  return runs
}

function describeWindows(windows: readonly string[], locale: Locale): string {
  return listOf(
    windows.map((window) => describeWindow(window, locale)),
    'and',
    locale,
  )
}

function describeWindow(window: string, locale: Locale): string {
  if (window === '00:00-24:00') return words[locale].allDay
  const [start = '', end = ''] = window.split('-')
  const hours = `${start.replace(/^0/, '')}–${end.replace(/^0/, '')}`
  return end < start ? `${hours} ${words[locale].nextDay}` : hours
}
