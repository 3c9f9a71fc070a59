import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import type { PerUnit } from './commitment.ts'
import { countUnits, unitsMax, unitsReachedAt } from './count-units.ts'
import type { RemedySpan } from './remedy-span.ts'
import { shareOf } from './share-of.ts'

const shift = ['08:00-12:00', '13:30-17:30']
const office: Calendar = {
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift },
}
const local = (text: string) => new Date(`${text}:00+07:00`)
const span = (owedAt: string, more: Partial<RemedySpan> = {}): RemedySpan => ({
  startedAt: local('2026-11-23T09:00'),
  owedAt: local(owedAt),
  isOwedAtOnce: false,
  endedAt: undefined,
  gaps: [],
  calendar: office,
  facts: {},
  ...more,
})
const per = (amount: number, unit: PerUnit['each']['unit'], more: Partial<PerUnit> = {}): PerUnit => ({
  each: { amount, unit },
  count: 'started',
  ...more,
})

describe('counting units of time', () => {
  it.each<[string, PerUnit, string, string, number, number]>([
    [
      'days from the afternoon of Monday: Tuesday is the first',
      per(1, 'calendar_day'),
      '2026-11-23T17:30',
      '2026-11-25T00:00',
      1,
      2,
    ],
    [
      'days from the midnight that ends Tuesday: Wednesday is the first',
      per(1, 'calendar_day'),
      '2026-11-25T00:00',
      '2026-11-26T00:00',
      1,
      2,
    ],
    [
      'days from the start: the first ends with the day after',
      per(1, 'calendar_day', { from: 'start' }),
      '2026-11-23T17:30',
      '2026-11-25T00:00',
      1,
      2,
    ],
    ['working days over a weekend', per(1, 'working_day'), '2026-11-27T17:30', '2026-11-30T17:30', 1, 2],
    ['working hours over lunch', per(2, 'working_hour'), '2026-11-23T11:00', '2026-11-23T14:30', 1, 2],
    [
      'months by their days, not one after the other',
      per(1, 'month'),
      '2026-12-31T12:00',
      '2027-04-01T00:00',
      3,
      4,
    ],
    ['full hours', per(12, 'hour', { count: 'full' }), '2026-11-23T17:30', '2026-11-24T05:30', 1, 1],
  ])('%s', (_, unit, owedAt, until, then, after) => {
    const end = local(until)
    expect(countUnits(unit, span(owedAt), end)).toBe(then)
    expect(countUnits(unit, span(owedAt), new Date(end.getTime() + 1))).toBe(after)
    const fullBefore = countUnits({ ...unit, count: 'full' }, span(owedAt), new Date(end.getTime() - 1))
    expect(fullBefore).toBe(then - 1)
  })

  it('counts a night shift as the working day of its evening', () => {
    const nights: Calendar = {
      ...office,
      week: { mon: ['22:00-06:00'], tue: ['22:00-06:00'], wed: ['22:00-06:00'] },
    }
    const each = per(1, 'working_day', { count: 'full' })
    const night = span('2026-11-24T06:00', { calendar: nights })
    expect(countUnits(each, night, new Date(local('2026-11-25T06:00').getTime() - 1))).toBe(0)
    expect(countUnits(each, night, local('2026-11-25T06:00'))).toBe(1)
  })

  it('leaves out the time in which the request was withdrawn', () => {
    const gap = { from: local('2026-11-24T00:00'), to: local('2026-11-25T00:00') }
    const unit = per(1, 'hour', { count: 'full' })
    expect(countUnits(unit, span('2026-11-23T20:00', { gaps: [gap] }), local('2026-11-25T01:00'))).toBe(5)
  })

  it('ends at the most, found without walking there', () => {
    expect(countUnits(per(1, 'hour'), span('2026-11-23T20:00'), local('2030-01-01T00:00'), 7)).toBe(7)
    expect(countUnits(per(1, 'minute'), span('2026-11-23T20:00'), local('2990-01-01T00:00'))).toBe(unitsMax)
    expect(countUnits(per(1, 'hour'), span('2026-11-23T20:00'), local('2026-11-23T20:00'))).toBe(0)
    expect(countUnits(per(1, 'hour'), span('2026-11-23T20:00'), local('2026-11-23T20:30'), 1)).toBe(1)
  })

  it('never ends a unit that reaches beyond a hundred years, or that a calendar keeps open', () => {
    expect(
      unitsReachedAt(per(30_000, 'calendar_day', { count: 'full' }), span('2026-11-23T20:00'), 2),
    ).toBeUndefined()
    const over: Calendar = {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: {},
      dates: { '2026-11-24': ['08:00-10:00'] },
    }
    const few = span('2026-11-23T20:00', { calendar: over })
    expect(countUnits(per(1, 'working_hour', { count: 'full' }), few, local('2040-01-01T00:00'))).toBe(2)
    expect(countUnits(per(1, 'working_hour'), few, local('2040-01-01T00:00'))).toBe(3)
  })
})

describe('a share of a sum', () => {
  it.each([
    // Minor units: đồng, cents, fils.
    [1_234_567, 10, 123_457],
    [3_495, 10, 350],
    [3_494, 10, 349],
    [1, 50, 1],
    [1, 49.99, 0],
    [12_345, 0.01, 1],
    [4_999, 0.01, 0],
    [5_000, 0.01, 1],
    [70, 1.1, 1],
    [100, 1_000, 1_000],
    [0, 10, 0],
    [-500, 10, 0],
    [9_007_199_254_740_991, 100, 9_007_199_254_740_991],
    [9_007_199_254_740_991, 50, 4_503_599_627_370_496],
  ])('of %i, %d percent, is %i, rounded half up to the minor unit', (sum, percent, share) => {
    expect(shareOf(sum, percent)).toBe(share)
  })
})
