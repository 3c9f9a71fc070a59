import { describe, expect, it } from 'vitest'
import type { Commitment, Pledge, Remedy } from './commitment.ts'
import { dueAt } from './due-at.ts'
import type { Duration } from './duration.ts'
import { workedExample } from './worked-example.ts'

const day = ['08:00-12:00', '13:30-17:30']
const shop = {
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: ['08:00-12:00'] },
  dates: { '2027-01-01': [] },
}
const commitment: Commitment = {
  title: { en: 'T' },
  summary: { en: 'S' },
  languages: ['en'],
  currency: 'VND',
  calendars: { shop, always: { timeZone: 'Asia/Ho_Chi_Minh', week: { mon: ['00:00-24:00'] } } },
  qualityStatements: [],
  pledges: [],
  worstCases: [],
  exclusions: [],
  partnerTerms: [],
  escalation: [],
  legalBasis: [],
}
const pledge = (within: Duration, remedy?: Remedy): Pledge => ({
  id: 'one',
  for: { kinds: ['warranty'] },
  milestone: 'first_reply',
  within,
  calendar: 'shop',
  ...(remedy && { remedy }),
})
const vietnam = (text: string) => new Date(`${text}+07:00`)
const hours = (amount: number): Duration => ({ amount, unit: 'working_hour' })
const wednesday = vietnam('2026-11-25T10:20:00')

describe('a worked example', () => {
  it('is due when a request sent at that instant would be', () => {
    const example = workedExample(pledge(hours(4)), commitment, wednesday)
    expect(example.startedAt).toEqual(wednesday)
    expect(example.dueAt).toEqual(vietnam('2026-11-25T15:50:00'))
  })

  it('shows how the clock stands on the next Sunday, from a quarter of an hour before closing', () => {
    expect(workedExample(pledge(hours(4)), commitment, wednesday).overDayOff).toEqual({
      startedAt: vietnam('2026-11-28T11:45:00'),
      dueAt: vietnam('2026-11-30T11:45:00'),
      dayOff: '2026-11-29',
    })
  })

  it('prefers a day off that is near to the Sunday of every week', () => {
    const { overDayOff } = workedExample(pledge(hours(4)), commitment, vietnam('2026-12-16T09:00:00'))
    expect(overDayOff).toEqual({
      startedAt: vietnam('2026-12-31T17:15:00'),
      dueAt: vietnam('2027-01-02T11:45:00'),
      dayOff: '2027-01-01',
    })
  })

  it('needs no second run where the first has a day off in it, or where days off do not stop the clock', () => {
    const days: Duration = { amount: 7, unit: 'working_day' }
    expect(workedExample(pledge(days), commitment, wednesday).overDayOff).toBeUndefined()
    const real: Duration = { amount: 24, unit: 'hour' }
    expect(workedExample(pledge(real), commitment, wednesday).overDayOff).toBeUndefined()
  })

  it('leaves the second run out where it would be over before the day off', () => {
    const quick: Duration = { amount: 10, unit: 'working_minute' }
    expect(workedExample(pledge(quick), commitment, wednesday).overDayOff).toBeUndefined()
  })

  it('has second runs that agree with the rules of time, whenever it is made', () => {
    for (let hour = 0; hour < 24 * 60; hour += 7) {
      const now = new Date(wednesday.getTime() + hour * 3_600_000)
      const { overDayOff } = workedExample(pledge(hours(4)), commitment, now)
      if (!overDayOff) continue
      expect(overDayOff.dueAt).toEqual(dueAt(overDayOff.startedAt, hours(4), shop))
      expect(overDayOff.startedAt > now).toBe(true)
      expect(vietnam(`${overDayOff.dayOff}T00:00:00`) > overDayOff.startedAt).toBe(true)
      expect(overDayOff.dueAt > vietnam(`${overDayOff.dayOff}T23:59:59`)).toBe(true)
    }
  })

  it('tells no delays where lateness costs the same however long it lasts', () => {
    const once: Remedy = {
      choice: [{ type: 'voucher', value: { amount: 50_000, currency: 'VND' } }],
      accrual: { type: 'once' },
      settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
    }
    expect(workedExample(pledge(hours(4), once), commitment, wednesday).delays).toEqual([])
    expect(workedExample(pledge(hours(4)), commitment, wednesday).delays).toEqual([])
  })

  const perUnit = (each: Duration, choice: Remedy['choice']): Remedy => ({
    choice,
    accrual: { type: 'per', each, count: 'started' },
    settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
  })
  const dong = (amount: number) => ({ type: 'money', value: { amount, currency: 'VND' } }) as const
  const amountsOf = (remedy: Remedy) =>
    workedExample(pledge(hours(4), remedy), commitment, wednesday).delays.map(({ late, owed }) => [
      late,
      owed.map(({ amount }) => amount?.amount),
    ])

  it('tells what is owed one and three days after the deadline where that grows, for each thing to choose', () => {
    const each: Duration = { amount: 24, unit: 'hour' }
    expect(amountsOf(perUnit(each, [dong(30_000), dong(50_000)]))).toEqual([
      [{ amount: 24, unit: 'hour' }, [30_000, 50_000]],
      [{ amount: 72, unit: 'hour' }, [90_000, 150_000]],
    ])
  })

  it('counts lateness in the remedy’s own kind of day', () => {
    const each: Duration = { amount: 1, unit: 'working_day' }
    const { delays } = workedExample(
      pledge(hours(4), perUnit(each, [dong(30_000)])),
      commitment,
      vietnam('2026-11-27T10:20:00'),
    )
    // From Friday over Saturday, without Sunday, to Tuesday.
    expect(delays.map(({ late, at, owed }) => [late.amount, at, owed[0]?.amount?.amount])).toEqual([
      [1, vietnam('2026-11-28T12:00:00'), 30_000],
      [3, vietnam('2026-12-01T17:30:00'), 90_000],
    ])
  })

  it('takes round sums for granted where a share of them is owed, and makes no other fact up', () => {
    const each: Duration = { amount: 1, unit: 'calendar_day' }
    const share = (type: Remedy['choice']) =>
      workedExample(pledge(hours(4), perUnit(each, type)), commitment, wednesday)
    const { delays, facts } = share([{ type: 'percent_of', of: 'order', percent: 1 }])
    expect(facts).toEqual({ order_amount: 1_000_000 })
    expect(delays.map(({ owed }) => owed[0]?.amount?.amount)).toEqual([10_000, 30_000])
    const byDistance: Remedy = {
      ...perUnit(each, []),
      accrual: {
        type: 'tiers',
        by: { type: 'fact', fact: 'distance_km', bounds: 'to' },
        tiers: [{ from: 0, offer: dong(10_000) }],
      },
    }
    expect(workedExample(pledge(hours(4), byDistance), commitment, wednesday).delays).toEqual([])
  })
})
