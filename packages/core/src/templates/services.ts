import type { Pledge } from '../commitment.ts'
import {
  both,
  calendars,
  consumerAuthority,
  consumerLaw,
  once,
  perDay,
  summary,
  type Template,
  title,
  vnd,
} from './template.ts'

const credit = once({ type: 'credit', value: vnd(50_000) }, { type: 'money', value: vnd(30_000) })

const pledges: readonly Pledge[] = [
  {
    id: 'urgent-first-reply',
    for: { priorities: ['urgent'] },
    milestone: 'first_reply',
    within: { amount: 1, unit: 'hour' },
    calendar: 'always',
    remedy: credit,
    moreSpecificThan: ['first-reply'],
    warnings: [{ atPercent: 50, to: 'lead' }],
  },
  {
    id: 'first-reply',
    for: {},
    milestone: 'first_reply',
    within: { amount: 4, unit: 'working_hour' },
    calendar: 'office',
    remedy: credit,
  },
  {
    id: 'next-reply',
    for: {},
    milestone: 'next_reply',
    within: { amount: 8, unit: 'working_hour' },
    calendar: 'office',
  },
  {
    id: 'callback',
    for: { kinds: ['callback'] },
    milestone: 'callback_made',
    within: { amount: 30, unit: 'minute' },
    calendar: 'office',
    remedy: credit,
  },
  {
    id: 'support-resolution',
    for: { kinds: ['support'] },
    milestone: 'resolution',
    within: { amount: 3, unit: 'working_day' },
    calendar: 'office',
    remedy: {
      choice: [{ type: 'percent_of', of: 'monthly_fee', percent: 5 }],
      accrual: { type: 'per', each: { amount: 1, unit: 'working_day' }, count: 'started' },
      cap: { type: 'percent_of', of: 'monthly_fee', percent: 50 },
      settlement: { type: 'automatic', payWithin: { amount: 1, unit: 'month' } },
    },
  },
  {
    id: 'complaint-resolution',
    for: { kinds: ['complaint'] },
    milestone: 'resolution',
    within: { amount: 5, unit: 'working_day' },
    calendar: 'office',
    remedy: perDay(50_000, 500_000),
  },
]

/** Work for a monthly fee. */
export const services: Template = {
  id: 'services',
  name: { vi: 'Dịch vụ', en: 'Services' },
  description: {
    vi: 'Dịch vụ thu phí hằng tháng: việc khẩn cấp trả lời trong 1 giờ kể cả đêm, giải quyết trong 3 ngày, trễ thì giảm phí tháng.',
    en: 'Work for a monthly fee: urgent requests answered within an hour, at night too, settled in 3 days; if late the month costs less.',
  },
  document: ({ timeZone }) => ({
    title,
    summary,
    languages: ['vi', 'en'],
    currency: 'VND',
    calendars: { office: calendars.office(timeZone), always: calendars.always(timeZone) },
    qualityStatements: [
      {
        id: 'one-owner',
        text: both(
          'Mỗi yêu cầu luôn có đúng một người chịu trách nhiệm.',
          'Every request always has exactly one person who answers for it.',
        ),
      },
      {
        id: 'notice',
        text: both(
          'Việc bảo trì làm gián đoạn dịch vụ được báo trước ít nhất 48 giờ.',
          'Maintenance that interrupts the service is announced at least 48 hours ahead.',
        ),
      },
    ],
    pledges,
    worstCases: [
      {
        id: 'outage',
        title: both('Dịch vụ ngừng cả ngày', 'A whole day without service'),
        text: both(
          'Ngày đó không tính phí, và quý khách được chấm dứt hợp đồng không mất phí nếu xảy ra ba lần trong một tháng.',
          'That day costs nothing, and if it happens three times in a month you may end the contract free of charge.',
        ),
      },
      consumerAuthority,
    ],
    exclusions: [
      {
        code: 'force-majeure',
        text: both(
          'Sự kiện bất khả kháng như thiên tai, mất điện diện rộng do cơ quan có thẩm quyền thông báo.',
          'Force majeure, such as a disaster or an area-wide power cut that the authorities announced.',
        ),
        burdenOfProof: 'merchant',
        evidenceNeeded: true,
      },
      {
        code: 'own-equipment',
        text: both(
          'Lỗi do thiết bị hoặc thay đổi của khách mà chúng tôi không cung cấp.',
          'Faults of equipment that we did not provide, or of changes that the customer made.',
        ),
        burdenOfProof: 'merchant',
        evidenceNeeded: true,
      },
    ],
    partnerTerms: [],
    escalation: [],
    legalBasis: [consumerLaw],
  }),
}
