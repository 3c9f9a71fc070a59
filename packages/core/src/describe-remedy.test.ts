import { describe, expect, it } from 'vitest'
import { lateReplyRemedy } from '../test/example-commitment.ts'
import type { Offer } from './commitment.ts'
import { describeMoney } from './describe-money.ts'
import { describeOffer } from './describe-offer.ts'
import { describeRemedy } from './describe-remedy.ts'

/** As it is read: a space that keeps a number and its sign together reads like any other. */
const read = (text: string) => text.replaceAll('\u00a0', ' ')
const voucher = (amount: number, currency = 'VND'): Offer => ({
  type: 'voucher',
  value: { amount, currency },
})

describe('an amount of money', () => {
  it.each([
    [{ amount: 1_350_000, currency: 'VND' }, '1.350.000 ₫', '1,350,000 ₫'],
    [{ amount: 1_034, currency: 'GBP' }, '10,34 £', '£10.34'],
    [{ amount: 25_000, currency: 'EUR' }, '250 €', '€250'],
    [{ amount: 5_000, currency: 'JPY' }, '5.000 ¥', '¥5,000'],
  ])('%o is counted in the minor units of its currency', (value, vi, en) => {
    expect(read(describeMoney(value, 'vi'))).toBe(vi)
    expect(read(describeMoney(value, 'en'))).toBe(en)
  })

  it('is never torn from its sign at the end of a line', () => {
    for (const locale of ['vi', 'en'] as const) {
      expect(describeMoney({ amount: 50_000, currency: 'VND' }, locale)).not.toContain(' ')
    }
  })
})

describe('a remedy', () => {
  it('is told with every choice and until when it is paid', () => {
    expect(read(describeRemedy(lateReplyRemedy, 'vi'))).toBe(
      'Trễ: phiếu mua hàng 50.000 ₫ hoặc 30.000 ₫, trả trong 7 ngày làm việc.',
    )
    expect(read(describeRemedy(lateReplyRemedy, 'en'))).toBe(
      'If late: a 50,000 ₫ voucher or 30,000 ₫, paid within 7 working days.',
    )
  })

  it.each([
    [voucher(50_000), 'a 50,000 ₫ voucher'],
    [voucher(80_000), 'an 80,000 ₫ voucher'],
    [voucher(800_000), 'an 800,000 ₫ voucher'],
    [voucher(11_000), 'an 11,000 ₫ voucher'],
    [voucher(110_000), 'a 110,000 ₫ voucher'],
    [voucher(1_800_000), 'a 1,800,000 ₫ voucher'],
    [voucher(800, 'USD'), 'an $8 voucher'],
    [voucher(1_850, 'GBP'), 'an £18.50 voucher'],
  ])('takes the article that is said: %o', (offer, sentence) => {
    expect(read(describeOffer(offer, 'en'))).toBe(sentence)
  })
})
