import {
  daysOfMonth,
  earlier,
  monthAfter,
  type RecordWindow,
  type RecordWindowDays,
  windowOf,
} from '@camket/core'

const hourMillis = 3_600_000
/** As far as any place's clocks are from UTC. */
const behind_hours = 12
const ahead_hours = 14
export const year_days: RecordWindowDays = 365
export const monthsShown = 12

/**
 * Which sums hold a window of days and the last year, wherever today is already another day: months as far as they
 * are whole, and days at the edges. So a year of ten pledges is read as some hundred rows, not as thousands.
 */
export function rangesToRead(
  now: Date,
  days: RecordWindowDays,
): { readonly months: RecordWindow; readonly days: readonly [RecordWindow, RecordWindow, RecordWindow] } {
  const earliest = dateOf(now.getTime() - behind_hours * hourMillis)
  const latest = dateOf(now.getTime() + ahead_hours * hourMillis)
  const thisMonth = earliest.slice(0, 7)
  const lastMonthEnd = daysOfMonth(monthAfter(thisMonth, -1)).to
  const edgeOf = (length: RecordWindowDays): RecordWindow => {
    const { to } = daysOfMonth(windowOf(length, latest).from.slice(0, 7))
    return { from: windowOf(length, earliest).from, to: earlier(to, lastMonthEnd) }
  }
  return {
    months: { from: monthAfter(thisMonth, -monthsShown), to: latest.slice(0, 7) },
    days: [
      edgeOf(year_days),
      days === year_days ? nothing : edgeOf(days),
      { from: `${thisMonth}-01`, to: latest },
    ],
  }
}

const nothing: RecordWindow = { from: '1', to: '0' }

const dateOf = (millis: number) => new Date(millis).toISOString().slice(0, 10)
