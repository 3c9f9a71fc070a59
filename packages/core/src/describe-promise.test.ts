import { describe, expect, it } from 'vitest'
import type { Accrual, Cap, Offer, Pledge, Remedy } from './commitment.ts'
import { describePromise } from './describe-promise.ts'
import { describeRemedy } from './describe-remedy.ts'

const read = (text: string) => text.replaceAll('\u00a0', ' ')
const vnd = (amount: number) => ({ amount, currency: 'VND' })
const money: Offer = { type: 'money', value: vnd(50_000) }
const voucher: Offer = { type: 'voucher', value: vnd(50_000) }
const day = { each: { amount: 1, unit: 'calendar_day' }, count: 'started' } as const
const settlement = { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } } as const
const owing = (more: Partial<Remedy>): Remedy => ({
  choice: [money],
  accrual: { type: 'once' },
  settlement,
  ...more,
})
const pledge = (more: Partial<Pledge>): Pledge => ({
  id: 'first-reply',
  for: { kinds: ['warranty'] },
  milestone: 'first_reply',
  within: { amount: 4, unit: 'working_hour' },
  calendar: 'office',
  ...more,
})

describe('a promise in one sentence', () => {
  it.each<[string, Partial<Pledge>, string, string]>([
    [
      'a voucher',
      { remedy: owing({ choice: [voucher] }) },
      'Trả lời yêu cầu bảo hành trong 4 giờ làm việc, nếu không thì quý khách được nhận phiếu mua hàng 50.000 ₫.',
      'We answer a warranty request within 4 working hours, or you receive a 50,000 ₫ voucher.',
    ],
    [
      'a deed',
      {
        remedy: owing({ choice: [{ type: 'replace' }, { type: 'refund' }] }),
        missedWhen: { fact: 'failed_repairs', atLeast: 3 },
      },
      'Trả lời yêu cầu bảo hành trong 4 giờ làm việc, nếu không, hoặc khi số lần sửa không được từ 3 trở lên, thì quý khách được đổi sản phẩm mới hoặc hoàn tiền.',
      'We answer a warranty request within 4 working hours; if not, or once the number of failed repairs is 3 or more, you receive a replacement or a refund.',
    ],
    [
      'a scale of deeds',
      {
        remedy: owing({
          choice: [],
          accrual: {
            type: 'tiers',
            by: { type: 'fact', fact: 'own_score', bounds: 'from' },
            tiers: [{ from: 1, offer: { type: 'repair' } }],
          },
        }),
        missedWhen: { fact: 'uptime_basis_points', below: 9_950 },
      },
      'Trả lời yêu cầu bảo hành trong 4 giờ làm việc, nếu không, hoặc khi tỷ lệ thời gian hoạt động dưới 99,5%, thì quý khách được sửa miễn phí nếu own score từ 1 trở lên.',
      'We answer a warranty request within 4 working hours; if not, or once the uptime is below 99.5%, you receive a free repair if own score is 1 or more.',
    ],
    [
      'nothing',
      {},
      'Trả lời yêu cầu bảo hành trong 4 giờ làm việc.',
      'We answer a warranty request within 4 working hours.',
    ],
  ])('says what is owed otherwise: %s', (_, more, vi, en) => {
    expect(read(describePromise(pledge(more), 'vi'))).toBe(vi)
    expect(read(describePromise(pledge(more), 'en'))).toBe(en)
  })
})

describe('a remedy in one sentence', () => {
  const scale = (owes: 'sum' | 'last', more: Partial<typeof day> = {}): Accrual => ({
    type: 'tiers',
    by: { type: 'time', owes, ...day, ...more },
    tiers: [
      { from: 1, to: 1, offer: voucher },
      { from: 2, to: 3, offer: money, reduced: { fact: 'distance_km', atMost: 1_500, percent: 50 } },
      { from: 4, offer: { type: 'service_days', days: 2 } },
    ],
  })
  it.each<[Partial<Remedy>, string, string]>([
    [
      {
        accrual: { type: 'per', ...day },
        cap: { type: 'amount', value: vnd(500_000) },
        settlement: { ...settlement, latePenalty: 'same_again' },
      },
      'Trễ: 50.000 ₫ cho mỗi ngày trễ, tối đa 500.000 ₫, trả trong 3 ngày làm việc, trả chậm thì gấp đôi.',
      'If late: 50,000 ₫ for each day late, at most 500,000 ₫, paid within 3 working days, doubled if paid late.',
    ],
    [
      {
        accrual: { type: 'per', each: { amount: 12, unit: 'hour' }, count: 'full', from: 'start' },
        cap: { type: 'count', units: 3 },
        settlement: {
          type: 'on_claim',
          within: { amount: 1, unit: 'month' },
          payWithin: { amount: 5, unit: 'calendar_day' },
          latePenalty: { type: 'voucher', value: vnd(20_000) },
        },
      },
      'Trễ: 50.000 ₫ cho mỗi 12 giờ kể từ khi bắt đầu tính thời hạn trọn vẹn, tối đa 3 lần 12 giờ, quý khách yêu cầu trong 1 tháng, trả trong 5 ngày kể từ khi yêu cầu, trả chậm thì thêm phiếu mua hàng 20.000 ₫.',
      'If late: 50,000 ₫ for each full 12 hours since the clock began, at most 3 times 12 hours, to be claimed within 1 month, paid within 5 days of the claim, a 20,000 ₫ voucher more if paid late.',
    ],
    [
      { accrual: scale('sum'), cap: { type: 'percent_of', of: 'item', percent: 10 } },
      'Trễ: phiếu mua hàng 50.000 ₫ cho ngày thứ 1; 50.000 ₫ cho mỗi ngày từ ngày thứ 2 đến ngày thứ 3 (còn 50% nếu quãng đường không quá 1.500 km); gia hạn thêm 2 ngày cho mỗi ngày từ ngày thứ 4 (tính từ khi trễ hạn), tối đa 10% giá sản phẩm, trả trong 3 ngày làm việc.',
      'If late: a 50,000 ₫ voucher for the 1st day; 50,000 ₫ for each day from the 2nd to the 3rd (50% of that if the distance is at most 1,500 km); an extension of 2 days for each day from the 4th on (counted from the deadline), at most 10% of the price of the item, paid within 3 working days.',
    ],
    [
      { accrual: scale('last', { count: 'started' }), cap: { type: 'days', days: 30 } },
      'Trễ: tổng cộng phiếu mua hàng 50.000 ₫ từ ngày thứ 1; tổng cộng 50.000 ₫ từ ngày thứ 2 (còn 50% nếu quãng đường không quá 1.500 km); tổng cộng gia hạn thêm 2 ngày từ ngày thứ 4 (tính từ khi trễ hạn), tối đa 30 ngày, trả trong 3 ngày làm việc.',
      'If late: a 50,000 ₫ voucher in all from the 1st day on; 50,000 ₫ in all from the 2nd day on (50% of that if the distance is at most 1,500 km); an extension of 2 days in all from the 4th day on (counted from the deadline), at most 30 days, paid within 3 working days.',
    ],
    [
      {
        choice: [{ type: 'repair' }, { type: 'loan_item' }],
        alongside: {
          offer: { type: 'service_days', days: 1 },
          accrual: { type: 'per', ...day, from: 'start' },
        },
        settlement: { ...settlement, latePenalty: { type: 'credit', value: vnd(9_000) } },
      },
      'Trễ: sửa miễn phí hoặc mượn sản phẩm dùng tạm, kèm theo gia hạn thêm 1 ngày cho mỗi ngày kể từ khi bắt đầu tính thời hạn, thực hiện trong 3 ngày làm việc, thực hiện chậm thì thêm 9.000 ₫ trừ vào lần thanh toán sau.',
      'If late: a free repair or an item on loan in the meantime, and with it an extension of 1 day for each day since the clock began, given within 3 working days, 9,000 ₫ off the next payment more if given late.',
    ],
    [
      {
        choice: [],
        accrual: {
          type: 'tiers',
          by: { type: 'fact', fact: 'distance_km', bounds: 'to' },
          tiers: [
            { from: 0, to: 1_500, offer: money },
            { from: 1_500, to: 3_500, offer: { type: 'percent_of', of: 'order', percent: 20 } },
            { from: 3_500, offer: { type: 'apology' } },
          ],
        },
      },
      'Trễ: 50.000 ₫ nếu quãng đường không quá 1.500 km; 20% giá trị đơn hàng nếu trên 1.500 km đến 3.500 km; xin lỗi bằng văn bản nếu trên 3.500 km, trả trong 3 ngày làm việc.',
      'If late: 50,000 ₫ if the distance is at most 1,500 km; 20% of the price of the order if it is over 1,500 km but at most 3,500 km; a written apology if it is over 3,500 km, paid within 3 working days.',
    ],
    [
      {
        choice: [
          {
            type: 'greater_of',
            offers: [
              { type: 'money', value: vnd(5_000) },
              { type: 'percent_of', of: 'monthly_fee', percent: 10 },
            ],
          },
        ],
        accrual: { type: 'per', each: { amount: 1, unit: 'hour' }, count: 'full' },
        cap: { type: 'count', units: 1 },
      },
      'Trễ: mức cao hơn giữa 5.000 ₫ và 10% phí hằng tháng cho mỗi giờ trễ trọn vẹn, tối đa 1 giờ, trả trong 3 ngày làm việc.',
      'If late: the greater of 5,000 ₫ and 10% of the monthly fee for each full hour late, at most 1 hour, paid within 3 working days.',
    ],
  ])('says how it grows, how far, when it is settled and what if late: %o', (more, vi, en) => {
    expect(read(describeRemedy(owing(more), 'vi'))).toBe(vi)
    expect(read(describeRemedy(owing(more), 'en'))).toBe(en)
  })

  it('never shows a code of ours', () => {
    const caps: Cap[] = [
      { type: 'amount', value: vnd(1) },
      { type: 'percent_of', of: 'order', percent: 1 },
      { type: 'count', units: 2 },
      { type: 'days', days: 3 },
    ]
    const facts = [
      'order_amount',
      'monthly_fee',
      'failed_repairs',
      'arrival_delay_minutes',
      'own_thing_hours',
    ]
    for (const locale of ['vi', 'en'] as const) {
      for (const cap of caps) {
        for (const fact of facts) {
          const accrual = { ...scale('sum'), by: { type: 'fact', fact, bounds: 'from' } } as Accrual
          expect(describeRemedy(owing({ accrual, cap }), locale)).not.toMatch(/_|undefined|\[object/)
        }
      }
    }
  })
})
