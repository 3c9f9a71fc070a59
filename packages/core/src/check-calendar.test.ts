import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'

const now = new Date('2026-01-01T00:00Z')
const found = (calendar: Partial<Calendar>, at?: Date) =>
  checkCalendar({ timeZone: 'Asia/Ho_Chi_Minh', week: {}, ...calendar }, at).map(({ code, pointer }) => [
    code,
    pointer,
  ])

describe('checking a calendar', () => {
  it('finds nothing wrong with lunch breaks, night shifts, 24:00, swap days and windows that touch', () => {
    const week = {
      mon: ['08:00-12:00', '13:30-17:30'],
      tue: ['22:00-06:00'],
      wed: ['06:00-24:00'],
      thu: ['00:00-01:00'],
    }
    expect(found({ week, dates: { '2026-09-02': [], '2028-02-29': ['08:00-12:00'] } }, now)).toEqual([])
  })

  it('points at an unknown time zone and at what is no day', () => {
    expect(found({ timeZone: 'Asia/Saigonn' })).toEqual([['calendar_time_zone_unknown', '/timeZone']])
    const week: Record<string, string[]> = { 'mon/day': [] }
    expect(found({ week })).toEqual([['calendar_day_unknown', '/week/mon~1day']])
    for (const date of ['2026-02-29', '2026-2-1', '2026-13-01', 'tomorrow']) {
      expect(found({ dates: { [date]: [] } })).toEqual([['calendar_date_invalid', `/dates/${date}`]])
    }
  })

  it.each([
    '',
    '8:00-12:00',
    '08:00',
    '08:00-08:00',
    '24:00-06:00',
    '08:00-24:30',
    '08:60-12:00',
    '08:00 - 12:00',
  ])('points at %j, which is no window', (text) => {
    expect(found({ week: { fri: ['01:00-02:00', text] } })).toEqual([
      ['calendar_window_invalid', '/week/fri/1'],
    ])
    expect(found({ dates: { '2026-09-02': [text] } })).toEqual([
      ['calendar_window_invalid', '/dates/2026-09-02/0'],
    ])
  })

  it('points at the window that begins before another has ended, over midnight and over Sunday too', () => {
    const overlap = 'calendar_windows_overlap'
    expect(found({ week: { mon: ['10:00-13:00', '08:00-11:00'] } })).toEqual([[overlap, '/week/mon/0']])
    expect(found({ week: { mon: ['08:00-18:00', '09:00-10:00', '12:00-13:00'] } })).toEqual([
      [overlap, '/week/mon/1'],
      [overlap, '/week/mon/2'],
    ])
    expect(found({ week: { mon: ['22:00-06:00'], tue: ['05:00-08:00'] } })).toEqual([
      [overlap, '/week/tue/0'],
    ])
    expect(found({ week: { sun: ['22:00-06:00'], mon: ['05:00-08:00'] } })).toEqual([
      [overlap, '/week/mon/0'],
    ])
    expect(found({ dates: { '2026-09-02': ['08:00-12:00', '11:00-13:00'] } })).toEqual([
      [overlap, '/dates/2026-09-02/1'],
    ])
  })

  it('says when nothing opens in the 400 days after an instant, and not without one', () => {
    expect(found({}, now)).toEqual([['calendar_never_open', '']])
    expect(found({ dates: { '2025-12-31': ['08:00-12:00'] } }, now)).toEqual([['calendar_never_open', '']])
    expect(found({})).toEqual([])
  })
})
