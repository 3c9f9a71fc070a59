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

const voucher = once({ type: 'voucher', value: vnd(50_000) }, { type: 'money', value: vnd(30_000) })

/** Goods over the counter and by post. */
export const shop: Template = {
  id: 'shop',
  name: { vi: 'Cửa hàng', en: 'Shop' },
  description: {
    vi: 'Bán hàng tại quầy và giao tận nơi: trả lời trong giờ làm việc, xử lý khiếu nại trong 5 ngày, đền phiếu mua hàng khi trễ.',
    en: 'Goods over the counter and delivered: answers within working hours, complaints settled in 5 days, a voucher if late.',
  },
  document: ({ timeZone }) => ({
    title,
    summary,
    languages: ['vi', 'en'],
    currency: 'VND',
    calendars: { shop: calendars.shop(timeZone) },
    qualityStatements: [
      {
        id: 'genuine',
        text: both(
          'Hàng bán ra đúng như mô tả, rõ nguồn gốc.',
          'What we sell is as described, and we say where it comes from.',
        ),
      },
      {
        id: 'price-first',
        text: both(
          'Không làm phát sinh chi phí khi quý khách chưa đồng ý.',
          'Nothing that costs you extra is done before you have agreed to it.',
        ),
      },
    ],
    pledges: [
      {
        id: 'first-reply',
        for: { kinds: ['support', 'warranty', 'suggestion', 'callback'] },
        milestone: 'first_reply',
        within: { amount: 8, unit: 'working_hour' },
        calendar: 'shop',
        remedy: voucher,
      },
      {
        id: 'complaint-first-reply',
        for: { kinds: ['complaint'] },
        milestone: 'first_reply',
        within: { amount: 4, unit: 'working_hour' },
        calendar: 'shop',
        remedy: voucher,
      },
      {
        id: 'next-reply',
        for: {},
        milestone: 'next_reply',
        within: { amount: 1, unit: 'working_day' },
        calendar: 'shop',
      },
      {
        id: 'complaint-resolution',
        for: { kinds: ['complaint'] },
        milestone: 'resolution',
        within: { amount: 5, unit: 'working_day' },
        calendar: 'shop',
        remedy: perDay(20_000, 500_000),
      },
      {
        id: 'warranty-resolution',
        for: { kinds: ['warranty'] },
        milestone: 'resolution',
        within: { amount: 10, unit: 'working_day' },
        calendar: 'shop',
        remedy: perDay(20_000, 500_000),
      },
    ],
    worstCases: [
      {
        id: 'broken-on-delivery',
        title: both('Giao hàng bị vỡ', 'Broken on delivery'),
        text: both(
          'Gửi ảnh trong 48 giờ. Chúng tôi đổi hàng mới và trả phí vận chuyển hai chiều.',
          'Send a photo within 48 hours. We send a new one and pay both ways.',
        ),
      },
      {
        id: 'wrong-goods',
        title: both('Giao nhầm hàng', 'Not what you ordered'),
        text: both(
          'Chúng tôi đến nhận lại và giao đúng hàng, hoặc hoàn đủ tiền, quý khách chọn.',
          'We fetch it and bring the right goods, or give all of your money back, as you choose.',
        ),
      },
      consumerAuthority,
    ],
    exclusions: [outOfTerm, misuse],
    partnerTerms: [],
    escalation: [],
    legalBasis: [consumerLaw],
  }),
}
