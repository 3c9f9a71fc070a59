import { expect, test } from 'vitest'
import { shortInstant, urgency } from './when.ts'

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
