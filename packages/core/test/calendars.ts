import * as fc from 'fast-check'
import type { Calendar, Weekday } from '../src/calendar.ts'
import { weekdays } from '../src/calendar.ts'
import type { Pause } from '../src/due-at.ts'
import { type Duration, type DurationUnit, durationUnits } from '../src/duration.ts'

// What the property tests of time draw from: calendars with lunch breaks, night shifts, holidays and swap days in
// zones that change their clocks at 01:00, at 02:00, at midnight, by half an hour, from behind midnight, or never.

const timeZones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Chatham',
] as const

const someMinutes = [
  ['08:00-12:00', '13:30-17:30'],
  ['22:00-06:00'],
  ['06:00-14:00', '20:00-02:00'],
  ['00:00-24:00'],
  ['01:00-05:00'],
  ['00:00-00:30', '23:30-24:00'],
  ['02:00-03:00'],
  ['01:30-02:15', '02:20-02:40'],
  [],
]

const clock = fc
  .integer({ min: 0, max: 24 * 12 - 1 })
  .map(
    (fives) =>
      `${String(Math.floor(fives / 12)).padStart(2, '0')}:${String((fives % 12) * 5).padStart(2, '0')}`,
  )
const anyWindow = fc
  .tuple(clock, clock)
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => `${start}-${end}`)
const windows = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...someMinutes) },
  { weight: 1, arbitrary: fc.array(anyWindow, { maxLength: 3 }) },
)
const date = fc
  .integer({ min: 0, max: 500 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10))

/** A calendar that is open in some week. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...timeZones),
    week: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
    dates: fc.dictionary(date, windows, { maxKeys: 6 }),
  })
  .filter(({ week }) => week.flat().some((text) => text !== '02:00-03:00'))
  .map(({ timeZone, week, dates }) => ({ timeZone, dates, week: weekOf(week) }))

/** Whole minutes of 2026, which is how people file; and odd milliseconds. */
export const instants = fc.oneof(
  fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((minute) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000)),
  fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
)

const amountMax: Record<DurationUnit, number> = {
  minute: 20_000,
  hour: 400,
  working_minute: 6_000,
  working_hour: 100,
  working_day: 15,
  calendar_day: 40,
  month: 14,
}

export const durations: fc.Arbitrary<Duration> = fc
  .constantFrom(...durationUnits)
  .chain((unit) => fc.integer({ min: 1, max: amountMax[unit] }).map((amount) => ({ unit, amount })))

/** Pauses that begin within ten days after an instant, in any order, some of them overlapping. */
export function pausesAfter(start: Date): fc.Arbitrary<Pause[]> {
  const pause = fc.tuple(fc.nat(14_400), fc.nat(4_000)).map(([after, length]) => ({
    from: new Date(start.getTime() + after * 60_000),
    to: new Date(start.getTime() + (after + length) * 60_000),
  }))
  return fc.array(pause, { maxLength: 4 })
}

function weekOf(windowsOfWeek: readonly string[][]): Partial<Record<Weekday, string[]>> {
  return Object.fromEntries(weekdays.map((weekday, index) => [weekday, windowsOfWeek[index] ?? []]))
}
