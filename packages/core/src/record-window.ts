import { assert } from './assert.ts'
import { dateOfDay, dayOfDate } from './local-clock.ts'

export const recordWindowsDays = [30, 90, 365] as const
export type RecordWindowDays = (typeof recordWindowsDays)[number]

/** Local days, both among them, `YYYY-MM-DD`. */
export type RecordWindow = { readonly from: string; readonly to: string }

/** So many days, today the last of them. */
export function windowOf(days: number, today: string): RecordWindow {
  return { from: dateAfter(today, 1 - days), to: today }
}

/** The first of two days or months; as they are written, they sort. */
export function earlier(one: string, other: string): string {
  if (one < other) return one
  return other
}

/** The day so many days later, or earlier below 0. */
export function dateAfter(date: string, days: number): string {
  const day = dayOfDate(date)
  assert(day !== undefined, `"${date}" is no day`)
  return dateOfDay(day + days)
}

/** First and last day of the month `YYYY-MM`. */
export function daysOfMonth(month: string): RecordWindow {
  const next = monthAfter(month, 1)
  return { from: `${month}-01`, to: dateAfter(`${next}-01`, -1) }
}

/** The month so many months later, or earlier below 0. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** Whether a month lies in a window with each of its days. */
export function isWhole(month: string, { from, to }: RecordWindow): boolean {
  const days = daysOfMonth(month)
  return from <= days.from && days.to <= to
}
