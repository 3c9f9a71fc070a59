import type { Holiday } from './holidays.ts'

const days_max = 400
const repeats_max = 400

/** The whole days that the events of an iCalendar file cover, from a day on; events with hours are counted only. */
export async function readIcs(
  text: string,
  from: string,
): Promise<{ days: Holiday[]; skipped: number } | undefined> {
  const { default: ICAL } = await import('ical.js')
  let events: InstanceType<typeof ICAL.Event>[]
  try {
    const root = new ICAL.Component(ICAL.parse(text))
    events = root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  } catch {
    return undefined
  }
  const days = new Map<string, string>()
  let skipped = 0
  const until = `${Number(from.slice(0, 4)) + 3}${from.slice(4)}`
  for (const event of events) {
    if (!event.startDate?.isDate) {
      skipped += 1
      continue
    }
    for (const first of firstDays(event, until)) {
      const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400))
      for (let index = 0; index < length && days.size < days_max; index++) {
        const day = first.clone()
        day.adjust(index, 0, 0, 0)
        const date = day.toString().slice(0, 10)
        if (date >= from && date <= until) days.set(date, event.summary ?? '')
      }
    }
  }
  return {
    days: [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1)),
    skipped,
  }
}

type IcsEvent = {
  readonly startDate: Day
  isRecurring(): boolean
  iterator(): { next(): Day | null }
}
type Day = {
  clone(): Day
  adjust(days: number, hours: number, minutes: number, seconds: number): void
  toString(): string
}

/** When an event begins, each time that it repeats. */
function firstDays(event: unknown, until: string): Day[] {
  const repeating = event as IcsEvent
  if (!repeating.isRecurring()) return [repeating.startDate]
  const days: Day[] = []
  const each = repeating.iterator()
  for (let day = each.next(); day && days.length < repeats_max; day = each.next()) {
    if (day.toString().slice(0, 10) > until) break
    days.push(day.clone())
  }
  return days
}
