import { describe, expect, test } from 'vitest'
import { request as en } from '../strings/en.ts'
import { request as vi } from '../strings/vi.ts'
import { dueWords, isoDay } from './due-words.ts'
import { momentWords } from './moment-words.ts'

const now = new Date('2026-11-23T02:00:00Z')
const vietnamese = { config: { timeZone: 'Asia/Ho_Chi_Minh' }, words: vi } as const
const english = { config: { timeZone: 'Europe/London' }, words: en } as const

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
    expect(dueWords(at, now, vietnamese)).toBe(said)
  })

  test.each([
    ['2026-11-23T14:00:00Z', 'by 14:00 today'],
    ['2026-11-25T17:30:00Z', 'by 17:30 Wed 25 Nov'],
    ['2026-06-25T17:30:00Z', 'by 18:30 Thu 25 Jun'],
    ['2026-11-26T00:00:00Z', 'by the end of Wed 25 Nov'],
  ])('at %s is said "%s" in English, on London’s clocks', (at, said) => {
    expect(dueWords(at, now, english)).toBe(said)
  })
})

test('a moment of the conversation is told in the merchant’s zone, wherever the customer is', () => {
  expect(momentWords('2026-11-22T18:30:00Z', now, vietnamese)).toBe('01:30 hôm nay')
  expect(isoDay(new Date('2026-11-22T18:30:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-11-23')
})
