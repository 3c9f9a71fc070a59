import type { Calendar } from '../src/calendar.ts'
import type { Cap, Offer, PerUnit, Remedy, Tier } from '../src/commitment.ts'
import type { Facts } from '../src/vocabulary.ts'
import { slowDueAt } from './slow-due-at.ts'

// The second opinion on what is owed: it walks the units one after the other, asks of each whether it counts, and adds
// up. It shares no code with what it checks. Calendars given to it have no night shifts.

const minute = 60_000
const unitsMax = 3_000

type Case = {
  readonly remedy: Remedy
  readonly startedAt: Date
  readonly due: Date
  readonly calendar: Calendar
  readonly facts: Facts
}

/** The sum owed at an instant, in minor units; every fact is known. */
export function slowOwed({ remedy, startedAt, due, calendar, facts }: Case, now: Date): number {
  if (now <= due) return 0
  const { accrual, choice, cap } = remedy
  const most = cap ? capOf(cap, facts) : Number.POSITIVE_INFINITY
  if (accrual.type === 'once') return Math.min(most, choice[0] ? worth(choice[0], facts) : 0)
  if (accrual.type === 'tiers' && accrual.by.type === 'fact') return 0
  const per = accrual.type === 'per' ? accrual : (accrual.by as PerUnit & { owes: 'sum' | 'last' })
  const unitCap = cap?.type === 'count' ? cap.units : unitsMax
  let sum = 0
  let last = 0
  for (let unit = 1; unit <= unitCap; unit += 1) {
    const begins = unit === 1 ? originOf(per, startedAt, due) : endOf(unit - 1, per, startedAt, due, calendar)
    const counts = per.count === 'started' ? now > begins : now >= endOf(unit, per, startedAt, due, calendar)
    if (!counts) break
    if (accrual.type === 'per') sum += choice[0] ? worth(choice[0], facts) : 0
    else {
      const tier = accrual.tiers.find(({ from, to = unitsMax }) => from <= unit && unit <= to)
      sum += tier ? reducedWorth(tier, facts) : 0
      if (tier) last = reducedWorth(tier, facts)
    }
  }
  const isLast = accrual.type === 'tiers' && accrual.by.type === 'time' && accrual.by.owes === 'last'
  return Math.min(most, isLast ? last : sum)
}

function originOf({ from }: PerUnit, startedAt: Date, due: Date): Date {
  return from === 'start' ? startedAt : due
}

/** When so many units are over. What is counted from a deadline goes on from the day that the deadline ended. */
function endOf(units: number, per: PerUnit, startedAt: Date, due: Date, calendar: Calendar): Date {
  const { each, from } = per
  const amount = units * each.amount
  if (each.unit === 'hour') return new Date(originOf(per, startedAt, due).getTime() + amount * 60 * minute)
  if (each.unit !== 'calendar_day' && each.unit !== 'working_day') throw new Error('No second opinion')
  const dayOf = from === 'start' ? startedAt : new Date(due.getTime() - minute)
  return slowDueAt(dayOf, { amount, unit: each.unit }, calendar)
}

function capOf(cap: Cap, facts: Facts): number {
  if (cap.type === 'amount') return cap.value.amount
  if (cap.type === 'percent_of') return share(facts.order_amount ?? 0, cap.percent)
  return Number.POSITIVE_INFINITY
}

function worth(offer: Offer, facts: Facts): number {
  if ('value' in offer) return offer.value.amount
  if (offer.type === 'percent_of') return share(facts.order_amount ?? 0, offer.percent)
  if (offer.type === 'greater_of') return Math.max(...offer.offers.map((rival) => worth(rival, facts)))
  return 0
}

function reducedWorth({ offer, reduced }: Tier, facts: Facts): number {
  const full = worth(offer, facts)
  const value = reduced && facts[reduced.fact]
  return reduced && value !== undefined && value <= reduced.atMost ? share(full, reduced.percent) : full
}

/** Half up, for sums so small that whole hundredths of a percent of them are exact. */
function share(sum: number, percent: number): number {
  const parts = sum * Math.round(percent * 100)
  const whole = Math.floor(parts / 10_000)
  return parts - whole * 10_000 >= 5_000 ? whole + 1 : whole
}
