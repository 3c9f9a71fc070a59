import type { Pledge } from '../commitment.ts'
import {
  both,
  calendars,
  consumerAuthority,
  consumerLaw,
  misuse,
  once,
  outOfTerm,
  perDay,
  summary,
  type Template,
  title,
  vnd,
} from './template.ts'

const voucher = once({ type: 'voucher', value: vnd(100_000) }, { type: 'money', value: vnd(50_000) })

const pledges: readonly Pledge[] = [
  {
    id: 'warranty-first-reply',
    for: { kinds: ['warranty'] },
    milestone: 'first_reply',
    within: { amount: 4, unit: 'working_hour' },
    calendar: 'service',
    remedy: voucher,
    warnings: [{ atPercent: 75, to: 'lead' }],
  },
  {
    id: 'first-reply',
    for: { kinds: ['support', 'complaint', 'suggestion', 'callback'] },
    milestone: 'first_reply',
    within: { amount: 8, unit: 'working_hour' },
    calendar: 'service',
    remedy: voucher,
  },
  {
    id: 'next-reply',
    for: {},
    milestone: 'next_reply',
    within: { amount: 8, unit: 'working_hour' },
    calendar: 'service',
  },
  {
    id: 'callback',
    for: { kinds: ['callback'] },
    milestone: 'callback_made',
    within: { amount: 30, unit: 'minute' },
    calendar: 'service',
    remedy: voucher,
  },
  {
    id: 'warranty-resolution',
    for: { kinds: ['warranty'] },
    milestone: 'resolution',
    within: { amount: 7, unit: 'working_day' },
    calendar: 'service',
    remedy: {
      ...perDay(50_000, 2_000_000),
      alongside: {
        offer: { type: 'service_days', days: 1 },
        accrual: { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' },
        cap: { type: 'days', days: 90 },
      },
    },
    warnings: [{ atPercent: 80, to: 'lead' }],
  },
  {
    id: 'complaint-resolution',
    for: { kinds: ['complaint'] },
    milestone: 'resolution',
    within: { amount: 5, unit: 'working_day' },
    calendar: 'service',
    remedy: perDay(50_000, 1_000_000),
  },
]

/** Machines with a warranty, mended by a workshop. */
export const electronics: Template = {
  id: 'electronics',
  name: { vi: 'Điện máy, thiết bị', en: 'Electronics' },
  description: {
    vi: 'Hàng có bảo hành và xưởng sửa: trả lời bảo hành trong 4 giờ làm việc, sửa xong trong 7 ngày, trễ thì đền theo ngày và cộng thêm hạn bảo hành.',
    en: 'Goods under warranty and a workshop: warranty answered in 4 working hours, mended in 7 days; if late a sum for each day, and the warranty goes on for longer.',
  },
  document: ({ timeZone }) => ({
    title,
    summary,
    languages: ['vi', 'en'],
    currency: 'VND',
    calendars: { service: calendars.shop(timeZone) },
    qualityStatements: [
      {
        id: 'genuine',
        text: both(
          'Hàng chính hãng, mới, có số seri tra cứu được.',
          'Our goods are genuine and new, with a serial number that can be looked up.',
        ),
      },
      {
        id: 'loan',
        text: both(
          'Sửa quá hai ngày làm việc: cho mượn máy thay thế khi còn máy.',
          'If a repair takes more than two working days we lend you another while we have one.',
        ),
      },
      {
        id: 'price-first',
        text: both(
          'Báo giá trước; chỉ sửa khi quý khách đồng ý bằng văn bản.',
          'We name the price first and begin only when you have agreed in writing.',
        ),
      },
    ],
    pledges,
    worstCases: [
      {
        id: 'three-repairs',
        title: both('Sửa ba lần chưa hết lỗi', 'Three repairs and still broken'),
        text: both(
          'Đổi máy mới cùng loại hoặc hoàn đủ tiền, quý khách chọn. Thời hạn bảo hành cộng thêm số ngày chúng tôi giữ máy.',
          'A new one of the same kind or all of your money back, as you choose. The warranty is longer by the days we had it.',
        ),
      },
      {
        id: 'broken-on-delivery',
        title: both('Giao hàng bị vỡ', 'Broken on delivery'),
        text: both(
          'Gửi ảnh trong 48 giờ. Đổi mới trong 3 ngày làm việc, chúng tôi trả phí vận chuyển hai chiều.',
          'Send a photo within 48 hours. A new one comes within 3 working days; we pay both ways.',
        ),
      },
      consumerAuthority,
    ],
    exclusions: [
      outOfTerm,
      misuse,
      {
        code: 'power-surge',
        text: both(
          'Hỏng do sét hoặc điện áp ngoài mức ghi trên tem.',
          'Damage by lightning or by a voltage outside what the label says.',
        ),
        burdenOfProof: 'merchant',
        evidenceNeeded: true,
      },
    ],
    partnerTerms: [],
    escalation: [],
    legalBasis: [
      consumerLaw,
      {
        id: 'civil-code',
        text: both(
          'Bộ luật Dân sự 91/2015/QH13, các điều 446 đến 449 về nghĩa vụ bảo hành.',
          'Civil Code 91/2015/QH13, articles 446 to 449 on the duty of warranty.',
        ),
      },
    ],
  }),
}
