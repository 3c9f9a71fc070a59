import { describe, expect, test } from 'vitest'
import { type CountdownWords, countdown } from './countdown.ts'

const now = new Date('2026-11-16T07:00:00Z')
const words: CountdownWords = {
  left: (span) => `còn ${span}`,
  late: (span) => `trễ ${span}`,
  minutes: (count) => `${count} phút`,
  hours: (count) => `${count} giờ`,
  days: (count) => `${count} ngày`,
  lessThanMinute: 'dưới 1 phút',
}

describe('a countdown', () => {
  test.each([
    ['2026-11-16T07:22:59Z', 'còn 22 phút'],
    ['2026-11-16T07:00:00Z', 'còn dưới 1 phút'],
    ['2026-11-16T06:59:59Z', 'trễ dưới 1 phút'],
    ['2026-11-16T06:25:00Z', 'trễ 35 phút'],
    ['2026-11-16T09:05:00Z', 'còn 2 giờ 5 phút'],
    ['2026-11-16T13:59:59Z', 'còn 6 giờ'],
    ['2026-11-18T08:00:00Z', 'còn 2 ngày'],
  ])('to %s says "%s"', (dueAt, said) => {
    expect(countdown(dueAt, now, words)).toBe(said)
  })
})
