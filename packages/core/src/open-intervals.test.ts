import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { isOpen, nextOpening, openIntervals } from './open-intervals.ts'

const list = (calendar: Calendar, from: string, to: string) =>
  openIntervals(calendar, new Date(from), new Date(to)).map((span) => [span.from.toJSON(), span.to.toJSON()])
const london = (...sun: string[]): Calendar => ({ timeZone: 'Europe/London', week: { sun } })
const gap = ['2026-03-29T00:00Z', '2026-03-30T00:00Z'] as const
const overlap = ['2026-10-25T00:00Z', '2026-10-26T00:00Z'] as const

describe('a window in the hour that the clocks skip', () => {
  it('does not open when the whole of it is skipped', () => {
    expect(list(london('01:00-02:00'), ...gap)).toEqual([])
    expect(nextOpening(london('01:00-02:00'), new Date(gap[0])).toJSON()).toBe('2026-04-05T00:00:00.000Z')
  })

  it('keeps what the clocks still read', () => {
    expect(list(london('01:30-02:30'), ...gap)).toEqual([
      ['2026-03-29T01:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ])
    expect(list(london('00:30-01:30'), ...gap)).toEqual([
      ['2026-03-29T00:30:00.000Z', '2026-03-29T01:00:00.000Z'],
    ])
  })
})

describe('the instant of a clock change', () => {
  it('already reads the new time', () => {
    const change = new Date('2026-03-29T01:00Z')
    expect(isOpen(london('01:00-02:00'), change)).toBe(false)
    expect(isOpen(london('02:00-03:00'), change)).toBe(true)
  })
})

describe('a window in the hour that the clocks read twice', () => {
  it('is open both times, joined where the two touch', () => {
    expect(list(london('01:00-02:00'), ...overlap)).toEqual([
      ['2026-10-25T00:00:00.000Z', '2026-10-25T02:00:00.000Z'],
    ])
    expect(list(london('01:30-02:30'), ...overlap)).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000Z'],
    ])
  })

  it('gains and loses half an hour on Lord Howe Island', () => {
    const shop: Calendar = { timeZone: 'Australia/Lord_Howe', week: { sun: ['01:00-03:00'] } }
    expect(list(shop, '2026-04-04T00:00Z', '2026-04-05T12:00Z')).toEqual([
      ['2026-04-04T14:00:00.000Z', '2026-04-04T16:30:00.000Z'],
    ])
    expect(list(shop, '2026-10-03T00:00Z', '2026-10-04T12:00Z')).toEqual([
      ['2026-10-03T14:30:00.000Z', '2026-10-03T16:00:00.000Z'],
    ])
  })
})

describe('a window over midnight', () => {
  const nights = (dates: Calendar['dates']): Calendar => ({
    timeZone: 'Asia/Ho_Chi_Minh',
    week: { mon: ['22:00-06:00'] },
    dates,
  })
  const mondayNight = [['2026-08-24T15:00:00.000Z', '2026-08-24T23:00:00.000Z']]
  const days = ['2026-08-24T00:00Z', '2026-08-26T00:00Z'] as const

  it('belongs to the day it begins on: closing the next day leaves it open, closing its own day shuts it', () => {
    expect(list(nights({}), ...days)).toEqual(mondayNight)
    expect(list(nights({ '2026-08-25': [] }), ...days)).toEqual(mondayNight)
    expect(list(nights({ '2026-08-24': [] }), ...days)).toEqual([])
  })

  it('is open time once where it runs into a window of a date', () => {
    expect(list(nights({ '2026-08-25': ['05:00-08:00'] }), ...days)).toEqual([
      ['2026-08-24T15:00:00.000Z', '2026-08-25T01:00:00.000Z'],
    ])
  })
})

describe('a window', () => {
  const evening: Calendar = {
    timeZone: 'Asia/Ho_Chi_Minh',
    week: { mon: ['18:00-24:00'], tue: ['00:00-02:00'] },
  }
  const onlyMonday: Calendar = { ...evening, week: { mon: ['18:00-24:00'] } }

  it('has its start and not its end', () => {
    expect(isOpen(evening, new Date('2026-08-24T17:59:59.999+07:00'))).toBe(false)
    expect(isOpen(evening, new Date('2026-08-24T18:00+07:00'))).toBe(true)
    expect(isOpen(evening, new Date('2026-08-25T01:59:59.999+07:00'))).toBe(true)
    expect(isOpen(evening, new Date('2026-08-25T02:00+07:00'))).toBe(false)
  })

  it('until 24:00 ends with its day, and is joined with one from 00:00', () => {
    expect(isOpen(onlyMonday, new Date('2026-08-24T23:59:59.999+07:00'))).toBe(true)
    expect(isOpen(onlyMonday, new Date('2026-08-25T00:00+07:00'))).toBe(false)
    expect(list(evening, '2026-08-24T00:00Z', '2026-08-26T00:00Z')).toEqual([
      ['2026-08-24T11:00:00.000Z', '2026-08-24T19:00:00.000Z'],
    ])
  })
})

describe('the next opening', () => {
  it('is now when it is open, and never a guess when nothing opens in 400 days', () => {
    const now = new Date('2026-01-01T09:00+07:00')
    const openOn = (date: string): Calendar => ({
      timeZone: 'Asia/Ho_Chi_Minh',
      week: {},
      dates: { [date]: ['08:00-12:00'] },
    })
    expect(nextOpening(openOn('2026-01-01'), now)).toEqual(now)
    expect(nextOpening(openOn('2027-02-05'), now).toJSON()).toBe('2027-02-05T01:00:00.000Z')
    expect(() => nextOpening(openOn('2027-02-06'), now)).toThrow(
      expect.objectContaining({ code: 'calendar_never_open' }),
    )
  })
})
