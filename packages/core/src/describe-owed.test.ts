import { describe, expect, it } from 'vitest'
import type { Offer } from './commitment.ts'
import { describeOwed, describeOwedLine } from './describe-owed.ts'
import type { OwedLine } from './owed-at.ts'

const read = (text: string) => text.replaceAll('\u00a0', ' ')
const day = { amount: 1, unit: 'calendar_day' } as const
const vnd = (amount: number) => ({ amount, currency: 'VND' })
const money = (amount: number): Offer => ({ type: 'money', value: vnd(amount) })
const voucher: Offer = { type: 'voucher', value: vnd(50_000) }

describe('a line of what is owed', () => {
  it.each<[OwedLine, string, string]>([
    [
      { reason: 'missed', offer: money(50_000), amount: 50_000 },
      'Trễ hạn: 50.000 ₫',
      'Deadline missed: 50,000 ₫',
    ],
    [
      { reason: 'missed', offer: voucher, amount: 50_000 },
      'Trễ hạn: phiếu mua hàng 50.000 ₫',
      'Deadline missed: a 50,000 ₫ voucher',
    ],
    [
      { reason: 'missed', offer: { type: 'replace' } },
      'Trễ hạn: đổi sản phẩm mới',
      'Deadline missed: a replacement',
    ],
    [
      { reason: 'missed', offer: { type: 'percent_of', of: 'order', percent: 12.5 }, amount: 12_500 },
      'Trễ hạn: 12,5% giá trị đơn hàng = 12.500 ₫',
      'Deadline missed: 12.5% of the price of the order = 12,500 ₫',
    ],
    [
      { reason: 'units', offer: money(50_000), units: 3, each: day, amount: 150_000 },
      'Theo thời gian: 3 ngày × 50.000 ₫ = 150.000 ₫',
      'For the time: 3 days × 50,000 ₫ = 150,000 ₫',
    ],
    [
      { reason: 'tier', offer: money(5), units: 2, each: { amount: 12, unit: 'hour' }, amount: 10 },
      'Theo bậc: 2 × 12 giờ × 5 ₫ = 10 ₫',
      'By the scale: 2 × 12 hours × 5 ₫ = 10 ₫',
    ],
    [
      { reason: 'alongside', offer: { type: 'service_days', days: 2 }, units: 3, each: day, days: 6 },
      'Kèm theo: 3 ngày × gia hạn thêm 2 ngày = gia hạn thêm 6 ngày',
      'Beside that: 3 days × an extension of 2 days = an extension of 6 days',
    ],
    [
      { reason: 'capped', amount: -20_000 },
      'Đến mức tối đa: -20.000 ₫',
      'Up to the most that is owed: -20,000 ₫',
    ],
    [{ reason: 'capped' }, 'Đến mức tối đa', 'Up to the most that is owed'],
    [
      { reason: 'reduced', offer: money(50_000), amount: -25_000 },
      'Giảm bớt: -25.000 ₫',
      'Reduced: -25,000 ₫',
    ],
    [{ reason: 'late_penalty', amount: 50_000 }, 'Trả chậm: 50.000 ₫', 'Settled late: 50,000 ₫'],
  ])('says how it is computed: %o', (line, vi, en) => {
    expect(read(describeOwedLine(line, 'VND', 'vi'))).toBe(vi)
    expect(read(describeOwedLine(line, 'VND', 'en'))).toBe(en)
  })
})

describe('what is owed in a few words', () => {
  it.each<[Parameters<typeof describeOwed>[0], string, string]>([
    [{ amount: vnd(60_000), offers: [voucher] }, 'phiếu mua hàng 60.000 ₫', 'a 60,000 ₫ voucher'],
    [{ amount: vnd(60_000), offers: [voucher, money(60_000)] }, '60.000 ₫', '60,000 ₫'],
    [
      { amount: vnd(60_000), offers: [money(1), voucher], chosen: 1 },
      'phiếu mua hàng 60.000 ₫',
      'a 60,000 ₫ voucher',
    ],
    [{ atLeast: vnd(5_000), offers: [money(1)] }, 'ít nhất 5.000 ₫', 'at least 5,000 ₫'],
    [
      { days: 3, offers: [{ type: 'service_days', days: 1 }] },
      'gia hạn thêm 3 ngày',
      'an extension of 3 days',
    ],
    [
      { days: 3, offers: [{ type: 'replace' }] },
      'đổi sản phẩm mới và gia hạn thêm 3 ngày',
      'a replacement and an extension of 3 days',
    ],
    [{ offers: [{ type: 'refund' }] }, 'hoàn tiền', 'a refund'],
    [{ offers: [] }, '', ''],
  ])('is the sum, the days or the thing itself: %o', (owed, vi, en) => {
    expect(read(describeOwed(owed, 'vi'))).toBe(vi)
    expect(read(describeOwed(owed, 'en'))).toBe(en)
  })
})
