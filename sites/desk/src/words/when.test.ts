import { describe, expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { vi } from '../strings/vi.ts'
import { countdown, instantAt, shortInstant, urgency } from './when.ts'

const now = new Date('2026-11-16T07:00:00Z')

describe('a countdown', () => {
  test.each([
    ['2026-11-16T07:22:59Z', 'còn 22 phút'],
    ['2026-11-16T07:00:00Z', 'còn dưới 1 phút'],
    ['2026-11-16T06:59:59Z', 'trễ dưới 1 phút'],
    ['2026-11-16T06:25:00Z', 'trễ 35 phút'],
    ['2026-11-16T09:05:00Z', 'còn 2 giờ 5 phút'],
    ['2026-11-16T13:59:59Z', 'còn 6 giờ'],
    ['2026-11-18T08:00:00Z', 'còn 2 ngày'],
  ])('to %s says "%s"', (dueAt, words) => {
    expect(countdown(dueAt, now, vi.when)).toBe(words)
  })

  test('has its own words in English', () => {
    expect(countdown('2026-11-17T07:00:00Z', now, en.when)).toBe('1 day left')
  })
})

test('exactly on the deadline is not late yet, and two hours before it is soon', () => {
  expect(urgency('2026-11-16T07:00:00Z', now)).toBe('soon')
  expect(urgency('2026-11-16T06:59:59.999Z', now)).toBe('late')
  expect(urgency('2026-11-16T09:00:00Z', now)).toBe('later')
})

test("instants are told in the merchant's time zone, wherever the clerk sits", () => {
  expect(shortInstant('2026-11-16T18:30:00Z', 'vi', 'Asia/Ho_Chi_Minh')).toContain('01:30')
  expect(shortInstant('2026-11-16T18:30:00Z', 'en', 'Europe/London')).toContain('18:30')
})

test("what is typed as a local time is read in the merchant's zone, over a clock change too", () => {
  expect(instantAt('2026-11-24', '09:00', 'Asia/Ho_Chi_Minh')).toBe('2026-11-24T02:00:00.000Z')
  expect(instantAt('2026-03-29', '09:00', 'Europe/London')).toBe('2026-03-29T08:00:00.000Z')
  expect(instantAt('2026-03-28', '09:00', 'Europe/London')).toBe('2026-03-28T09:00:00.000Z')
})
