import { describe, expect, it } from 'vitest'
import { describeSpan } from './describe-span.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('describeSpan', () => {
  it('tells the two largest units and leaves out what is nought', () => {
    expect(describeSpan(2 * day + 4 * hour + 59 * minute, 'vi')).toBe('2 ngày 4 giờ')
    expect(describeSpan(3 * hour + 5 * minute, 'vi')).toBe('3 giờ 5 phút')
    expect(describeSpan(day, 'en')).toBe('1 day')
    expect(describeSpan(hour + minute, 'en')).toBe('1 hour 1 minute')
  })

  it('never rounds up, so that nobody counts on time that there is not', () => {
    expect(describeSpan(hour - 1, 'vi')).toBe('59 phút')
    expect(describeSpan(minute - 1, 'vi')).toBe('dưới 1 phút')
    expect(describeSpan(0, 'en')).toBe('less than a minute')
  })
})
