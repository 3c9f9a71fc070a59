import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { dueAt, timeLeft } from './due-at.ts'
import type { Duration } from './duration.ts'

const office: Calendar = {
  timeZone: 'Asia/Ho_Chi_Minh',
  week: {
    mon: ['08:00-17:00'],
    tue: ['08:00-17:00'],
    wed: ['08:00-17:00'],
    thu: ['08:00-17:00'],
    fri: ['08:00-17:00'],
  },
  dates: { '2026-01-02': [], '2026-01-10': ['08:00-12:00'] },
}
const due = (start: string, amount: number, unit: Duration['unit'], calendar: Calendar) =>
  dueAt(new Date(start), { amount, unit }, calendar).toJSON()

describe('a swap day', () => {
  it('worked on a Saturday counts as a working day, until its own closing time', () => {
    expect(due('2026-01-08T16:00+07:00', 2, 'working_day', office)).toBe('2026-01-10T05:00:00.000Z')
    expect(due('2026-01-09T16:00+07:00', 2, 'working_hour', office)).toBe('2026-01-10T02:00:00.000Z')
  })

  it('taken off on a Friday does not', () => {
    expect(due('2026-01-01T16:00+07:00', 1, 'working_day', office)).toBe('2026-01-05T10:00:00.000Z')
    expect(due('2026-01-01T16:00+07:00', 2, 'working_hour', office)).toBe('2026-01-05T02:00:00.000Z')
  })
})

describe('a window that ends at 24:00', () => {
  const evenings: Calendar = {
    timeZone: 'Asia/Ho_Chi_Minh',
    week: { mon: ['18:00-24:00'], tue: ['18:00-24:00'] },
  }
  it('lasts to the last millisecond of its day and makes midnight the closing time', () => {
    expect(due('2026-08-24T18:00+07:00', 6, 'working_hour', evenings)).toBe('2026-08-24T17:00:00.000Z')
    expect(due('2026-08-24T18:00+07:00', 361, 'working_minute', evenings)).toBe('2026-08-25T11:01:00.000Z')
    expect(due('2026-08-23T12:00+07:00', 1, 'working_day', evenings)).toBe('2026-08-24T17:00:00.000Z')
  })
})

describe('a night shift from 22:00 to 06:00', () => {
  const nights = (timeZone: string): Calendar => ({ timeZone, week: { sat: ['22:00-06:00'] } })
  it('makes the morning after the closing time of the day it begins on', () => {
    expect(due('2026-08-28T12:00+07:00', 1, 'working_day', nights('Asia/Ho_Chi_Minh'))).toBe(
      '2026-08-29T23:00:00.000Z',
    )
  })

  it('that outlasts the windows of a date closes that day, so that two days are never due before one', () => {
    const calendar: Calendar = { ...nights('Asia/Ho_Chi_Minh'), dates: { '2026-08-30': ['01:00-02:00'] } }
    expect(due('2026-08-28T12:00+07:00', 1, 'working_day', calendar)).toBe('2026-08-29T23:00:00.000Z')
    expect(due('2026-08-28T12:00+07:00', 2, 'working_day', calendar)).toBe('2026-08-29T23:00:00.000Z')
    expect(due('2026-08-29T12:00+07:00', 1, 'working_day', calendar)).toBe('2026-08-29T23:00:00.000Z')
  })

  it('is an hour short, or long, when the clocks change in it', () => {
    const shift = nights('America/New_York')
    expect(due('2026-03-07T12:00-05:00', 7, 'working_hour', shift)).toBe('2026-03-08T10:00:00.000Z')
    expect(due('2026-03-07T12:00-05:00', 421, 'working_minute', shift)).toBe('2026-03-15T02:01:00.000Z')
    expect(due('2026-10-31T12:00-04:00', 9, 'working_hour', shift)).toBe('2026-11-01T11:00:00.000Z')
  })
})

describe('the end of a calendar day', () => {
  it('is where the next day begins, also when that has no 00:00', () => {
    const santiago: Calendar = { timeZone: 'America/Santiago', week: {} }
    expect(due('2026-09-04T12:00-04:00', 1, 'calendar_day', santiago)).toBe('2026-09-06T04:00:00.000Z')
    expect(due('2026-09-04T12:00-04:00', 2, 'calendar_day', santiago)).toBe('2026-09-07T03:00:00.000Z')
  })

  it('of the 0th day is that of today, and of 29 February a year later is 28 February', () => {
    expect(due('2026-08-24T23:59+07:00', 0, 'calendar_day', office)).toBe('2026-08-24T17:00:00.000Z')
    expect(due('2028-02-29T12:00+07:00', 12, 'month', office)).toBe('2029-02-28T17:00:00.000Z')
  })
})

describe('a calendar without an open window', () => {
  const openOnce = (date: string): Calendar => ({
    timeZone: 'Asia/Ho_Chi_Minh',
    week: {},
    dates: { [date]: ['08:00-12:00'] },
  })
  const start = '2026-01-01T09:00+07:00'
  it('for 400 days can be computed with when it opens on the 400th', () => {
    expect(due(start, 1, 'working_hour', openOnce('2027-02-05'))).toBe('2027-02-05T02:00:00.000Z')
    expect(due(start, 1, 'working_day', openOnce('2027-02-05'))).toBe('2027-02-05T05:00:00.000Z')
  })

  it('for longer is an error, also when it opened before', () => {
    const error = expect.objectContaining({ name: 'CalendarError', code: 'calendar_never_open' })
    expect(() => due(start, 1, 'working_hour', openOnce('2027-02-06'))).toThrow(error)
    expect(() => due(start, 1, 'working_day', openOnce('2027-02-06'))).toThrow(error)
    expect(() => due(start, 5, 'working_hour', openOnce('2026-01-02'))).toThrow(error)
    expect(() => due(start, 2, 'working_day', openOnce('2026-01-02'))).toThrow(error)
  })

  it('does not keep real time from running', () => {
    const closed: Calendar = { timeZone: 'Asia/Ho_Chi_Minh', week: {} }
    expect(due(start, 36, 'hour', closed)).toBe('2026-01-02T14:00:00.000Z')
    expect(due(start, 1, 'calendar_day', closed)).toBe('2026-01-02T17:00:00.000Z')
  })
})

describe('a pause that has not ended', () => {
  const start = new Date('2026-08-24T08:00+07:00')
  const pauses = [{ from: new Date('2026-08-24T10:00+07:00') }]
  it('leaves no due instant to be told when the clock stands before it', () => {
    expect(() => dueAt(start, { amount: 3, unit: 'working_hour' }, office, pauses)).toThrow(
      expect.objectContaining({ code: 'clock_paused' }),
    )
    const kept = dueAt(start, { amount: 2, unit: 'working_hour' }, office, pauses)
    expect(kept).toEqual(pauses[0]?.from)
  })

  it('keeps what is left as it was when the clock stopped', () => {
    const left = (at: string) =>
      timeLeft(start, { amount: 3, unit: 'working_hour' }, office, pauses, new Date(at))
    expect(left('2026-08-24T09:30+07:00')).toEqual({ measure: 'open', millis: 90 * 60_000 })
    expect(left('2026-08-24T10:00+07:00')).toEqual({ measure: 'open', millis: 60 * 60_000 })
    expect(left('2026-12-31T10:00+07:00')).toEqual({ measure: 'open', millis: 60 * 60_000 })
  })
})

describe('what cannot be computed', () => {
  it('is refused: an instant that is none, a year that cannot be written, a duration that says nothing', () => {
    const hour: Duration = { amount: 1, unit: 'hour' }
    expect(() => dueAt(new Date(Number.NaN), hour, office)).toThrow(RangeError)
    expect(() => dueAt(new Date('+010000-01-01T00:00:00Z'), hour, office)).toThrow(RangeError)
    expect(() => dueAt(new Date(0), hour, office, [{ from: new Date(Number.NaN) }])).toThrow(RangeError)
    for (const [amount, unit] of [
      [-1, 'hour'],
      [1.5, 'hour'],
      [0, 'working_day'],
      [1_201, 'month'],
    ] as const) {
      expect(() => dueAt(new Date(0), { amount, unit }, office)).toThrow(
        expect.objectContaining({ code: 'duration_amount_invalid', pointer: '/amount' }),
      )
    }
  })
})
