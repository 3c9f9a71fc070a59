import { expect, test } from 'vitest'
import { shortDate, shortInstant, urgency } from './when.ts'

const now = new Date('2026-11-16T07:00:00Z')

test('exactly on the deadline is not late yet, and two hours before it is soon', () => {
  expect(urgency('2026-11-16T07:00:00Z', now)).toBe('soon')
  expect(urgency('2026-11-16T06:59:59.999Z', now)).toBe('late')
  expect(urgency('2026-11-16T09:00:00Z', now)).toBe('later')
})

test("instants are told in the merchant's time zone, wherever the clerk sits", () => {
  expect(shortInstant('2026-11-16T18:30:00Z', 'vi', 'Asia/Ho_Chi_Minh')).toContain('01:30')
  expect(shortInstant('2026-11-16T18:30:00Z', 'en', 'Europe/London')).toContain('18:30')
})

test('days and hours are written as people write them, the year whole', () => {
  expect(shortInstant('2026-11-25T10:30:00Z', 'vi', 'Asia/Ho_Chi_Minh')).toBe('17:30 T4 25/11')
  expect(shortInstant('2026-11-25T10:30:00Z', 'en', 'Asia/Ho_Chi_Minh')).toBe('Wed 25 Nov, 17:30')
  expect(shortDate('2026-06-23', 'vi')).toBe('23/06/2026')
  expect(shortDate('2026-06-23', 'en')).toBe('23/06/2026')
})
