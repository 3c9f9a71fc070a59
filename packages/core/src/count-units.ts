import { CalendarError } from './calendar.ts'
import type { PerUnit } from './commitment.ts'
import { dueAfter, dueAt } from './due-at.ts'
import { checkDuration } from './duration.ts'
import type { RemedySpan } from './remedy-span.ts'

/** Nothing is counted further, whatever a pledge says: more than a hundred years of days, four of hours. */
export const unitsMax = 40_000

/**
 * How many units count at an instant, `most` at the most. A `started` unit counts from the first moment after the
 * one before it is over (exactly on the instant is still kept), a `full` one from the instant at which it is over.
 * Units end when a deadline of so many would be due. The count is found by halving, not by walking.
 */
export function countUnits(per: PerUnit, span: RemedySpan, until: Date, most = unitsMax): number {
  const isCounted = (units: number) => {
    const end = endOfUnit(per, span, per.count === 'full' ? units : units - 1)
    return end !== undefined && (per.count === 'full' ? end <= until : end < until)
  }
  let low = 0
  let high = 1
  while (high < most && isCounted(high)) {
    low = high
    high = Math.min(high * 2, most)
  }
  // `low` counts; whether `high` does is only open when it is the most.
  if (high === most && isCounted(most)) return most
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isCounted(middle)) low = middle
    else high = middle
  }
  return low
}

/** The instant with which so many units count (after which, for started ones); undefined: never. */
export function unitsReachedAt(per: PerUnit, span: RemedySpan, units: number): Date | undefined {
  return endOfUnit(per, span, per.count === 'full' ? units : units - 1)
}

/** A unit that would end after a hundred years, or that a calendar which never opens again keeps open, never ends. */
function endOfUnit({ each, from }: PerUnit, span: RemedySpan, units: number): Date | undefined {
  const { startedAt, owedAt, calendar, gaps } = span
  if (units === 0) return from === 'start' ? startedAt : owedAt
  const within = { amount: units * each.amount, unit: each.unit }
  if (checkDuration(within).length > 0) return undefined
  try {
    return from === 'start'
      ? dueAt(startedAt, within, calendar, gaps)
      : dueAfter(owedAt, within, calendar, gaps)
  } catch (error) {
    if (error instanceof CalendarError) return undefined
    throw error
  }
}
