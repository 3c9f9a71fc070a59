import type { CommitmentDocument } from '@camket/contracts'
import type { DayOfWeek, OpeningHoursSpecification } from 'schema-dts'
import { todayIn } from '../words/when.ts'
import { listDates } from './list-dates.ts'

const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<string, DayOfWeek>

/**
 * A calendar in the words of schema.org: the week, then the days from today on that differ from it. A day off opens
 * and closes at midnight; a window over midnight closes before it opens, which is how schema.org has it too.
 */
export function openingHours(
  { week, dates, timeZone }: CommitmentDocument['calendars'][string],
  now: Date,
): OpeningHoursSpecification[] {
  const daysByWindow = new Map<string, DayOfWeek[]>()
  for (const [day, name] of Object.entries(days)) {
    for (const window of week[day as keyof typeof days] ?? []) {
      daysByWindow.set(window, [...(daysByWindow.get(window) ?? []), name])
    }
  }
  const weekly = [...daysByWindow].map(([window, dayOfWeek]) => ({ ...hours(window), dayOfWeek }))
  const today = todayIn(timeZone, now)
  const ahead = listDates(Object.fromEntries(Object.entries(dates).filter(([date]) => date >= today)))
  const special = ahead.flatMap(({ from, to, windows }) =>
    (windows.length === 0 ? ['00:00-00:00'] : windows).map((window) => ({
      ...hours(window),
      validFrom: from,
      validThrough: to,
    })),
  )
  return [...weekly, ...special]
}

function hours(window: string) {
  const [opens = '', closes = ''] = window.split('-')
  return {
    '@type': 'OpeningHoursSpecification',
    opens,
    closes: closes === '24:00' ? '23:59' : closes,
  } as const
}
