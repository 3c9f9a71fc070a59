import { describe, expect, it } from 'vitest'
import { dayOf, longWhen, shortDay, shortWhen, spanUntil, todayIn, writtenDay } from './when.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = '2026-11-16T02:15:00.000Z'
const now = new Date('2026-11-23T03:00:00Z')

describe('an instant in words', () => {
  it('is read by the merchant’s clocks, as people say it', () => {
    expect(longWhen(at, 'vi', zone, now)).toBe('09:15 thứ Hai 16/11')
    expect(longWhen('2026-11-22T01:00:00Z', 'vi', zone, now)).toBe('08:00 Chủ nhật 22/11')
    expect(longWhen(at, 'en', zone, now)).toBe('09:15 on Monday 16 November')
    expect(shortWhen(at, 'vi', zone)).toBe('T2 16/11 09:15')
    expect(shortDay('2026-11-15T18:00:00Z', 'en', zone)).toBe('Mon 16/11')
    expect(dayOf('2026-10-31T17:00:00Z', 'vi', zone)).toBe('01/11/2026')
  })

  it('names the year only where it is another one', () => {
    expect(longWhen('2027-01-04T07:00:00Z', 'vi', zone, now)).toBe('14:00 thứ Hai 4/1/2027')
    expect(longWhen('2027-01-04T07:00:00Z', 'en', zone, now)).toBe('14:00 on Monday 4 January 2027')
  })

  it('keeps a calendar day the day that it is', () => {
    expect(writtenDay('2026-05-01', 'vi')).toBe('01/05/2026')
    expect(todayIn(zone, new Date('2026-11-22T18:00:00Z'))).toBe('2026-11-23')
  })

  it('never counts below nought', () => {
    expect(spanUntil('2026-11-25T07:30:00Z', now, 'vi')).toBe('2 ngày 4 giờ')
    expect(spanUntil(at, now, 'en')).toBe('less than a minute')
  })
})
