import { describe, expect, test } from 'vitest'
import { describeDue, describeExactly, describeMoment } from './describe-due.ts'

const now = new Date('2026-11-23T02:00:00Z')
const vietnamese = { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
const english = { locale: 'en', timeZone: 'Europe/London' } as const

describe('a deadline', () => {
  test.each([
    ['2026-11-23T07:00:00Z', 'trước 14:00 hôm nay'],
    ['2026-11-25T10:30:00Z', 'trước 17:30 thứ Tư 25/11'],
    ['2026-11-29T03:00:00Z', 'trước 10:00 Chủ Nhật 29/11'],
    ['2027-01-04T07:00:00Z', 'trước 14:00 thứ Hai 4/1/2027'],
    ['2026-11-24T17:00:00.000Z', 'trong thứ Ba 24/11'],
    ['2026-11-24T16:59:59.999Z', 'trong thứ Ba 24/11'],
    ['2026-11-23T17:00:00.000Z', 'trong hôm nay'],
  ])('at %s is said "%s" in Vietnamese', (at, said) => {
    expect(describeDue(new Date(at), now, vietnamese)).toBe(said)
  })

  test.each([
    ['2026-11-23T14:00:00Z', 'by 14:00 today'],
    ['2026-11-25T17:30:00Z', 'by 17:30 Wed 25 Nov'],
    ['2026-06-25T17:30:00Z', 'by 18:30 Thu 25 Jun'],
    ['2026-11-26T00:00:00Z', 'by the end of Wed 25 Nov'],
  ])('at %s is said "%s" in English, on London’s clocks', (at, said) => {
    expect(describeDue(new Date(at), now, english)).toBe(said)
  })
})

test('a moment is told in the merchant’s zone', () => {
  expect(describeMoment(new Date('2026-11-22T18:30:00Z'), now, vietnamese)).toBe('01:30 hôm nay')
  expect(describeMoment(new Date('2026-11-21T18:30:00Z'), now, vietnamese)).toBe('01:30 Chủ Nhật 22/11')
})

test('the whole of an instant names its second and its zone', () => {
  const at = new Date('2026-11-23T07:00:05Z')
  expect(describeExactly(at, english)).toMatch(/^Monday,? 23 November 2026 at 07:00:05 GMT$/)
  expect(describeExactly(at, vietnamese)).toMatch(/14:00:05.*23 tháng 11, 2026/)
})
