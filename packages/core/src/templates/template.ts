import type { Calendar } from '../calendar.ts'
import type { Commitment, Pledge, Remedy } from '../commitment.ts'
import type { Locale, Localized } from '../vocabulary.ts'

/** A whole commitment to begin from: true for nobody until its owner has read every line of it. */
export type Template = {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  readonly description: Readonly<Record<Locale, string>>
  readonly document: (merchant: { readonly timeZone: string }) => Commitment
}

export const both = (vi: string, en: string): Localized => ({ vi, en })

const shift = ['08:00-12:00', '13:30-17:30']
const weekdaysOpen = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift }

const allDay = ['00:00-24:00']

export const calendars = {
  always: (timeZone: string): Calendar => ({
    timeZone,
    week: {
      ...{ mon: allDay, tue: allDay, wed: allDay, thu: allDay },
      fri: allDay,
      sat: allDay,
      sun: allDay,
    },
    dates: {},
  }),
  /** Monday to Friday, with a break at noon, and Saturday morning. */
  shop: (timeZone: string): Calendar => ({
    timeZone,
    week: { ...weekdaysOpen, sat: ['08:00-12:00'], sun: [] },
    dates: {},
  }),
  office: (timeZone: string): Calendar => ({
    timeZone,
    week: { ...weekdaysOpen, sat: [], sun: [] },
    dates: {},
  }),
}

export const vnd = (amount: number) => ({ amount, currency: 'VND' })

/** Something once, as soon as a deadline is missed, to be given within a week of work. */
export function once(...choice: Remedy['choice'][number][]): Remedy {
  return {
    choice,
    accrual: { type: 'once' },
    settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'working_day' } },
  }
}

/** So much money for each day that has begun, up to a sum. */
export function perDay(amount: number, amount_max: number): Remedy {
  return {
    choice: [{ type: 'money', value: vnd(amount) }],
    accrual: { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' },
    cap: { type: 'amount', value: vnd(amount_max) },
    settlement: {
      type: 'automatic',
      payWithin: { amount: 7, unit: 'working_day' },
      latePenalty: 'same_again',
    },
  }
}

/** What the law asks of everybody who sells to consumers in Vietnam; it names no sum. */
export const lawfulComplaint = (calendar: string): Pledge => ({
  id: 'complaint-first-reply',
  for: { kinds: ['complaint'] },
  milestone: 'first_reply',
  within: { amount: 7, unit: 'working_day' },
  calendar,
  note: both(
    'Theo Điều 57 Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15.',
    'As in article 57 of the Law on Protection of Consumers’ Rights 19/2023/QH15.',
  ),
})

export const consumerLaw = {
  id: 'consumer-law',
  text: both(
    'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15, các điều 30 (bảo hành) và 57 (thương lượng trong 7 ngày làm việc).',
    'Law on Protection of Consumers’ Rights 19/2023/QH15, articles 30 (warranty) and 57 (negotiation within 7 working days).',
  ),
}

export const consumerAuthority = {
  id: 'authority',
  title: both('Hai bên không thỏa thuận được', 'We cannot agree'),
  text: both(
    'Quý khách có thể đề nghị cơ quan bảo vệ quyền lợi người tiêu dùng nơi mình ở hòa giải, hoặc khởi kiện tại tòa án. Chúng tôi gửi hồ sơ trao đổi khi quý khách cần.',
    'You may ask the consumer authority where you live to mediate, or go to court. We hand over the record of our exchange when you need it.',
  ),
}

export const outOfTerm = {
  code: 'out-of-term',
  text: both('Sản phẩm đã hết thời hạn bảo hành.', 'The warranty term of the product is over.'),
  burdenOfProof: 'merchant',
  evidenceNeeded: false,
} as const

export const misuse = {
  code: 'misuse',
  text: both(
    'Hỏng do dùng trái với hướng dẫn đi kèm sản phẩm.',
    'Damage from use against the instructions that came with the product.',
  ),
  burdenOfProof: 'merchant',
  evidenceNeeded: true,
} as const

export const title = both('Cam kết dịch vụ khách hàng', 'Our commitment to customers')
export const summary = both(
  'Những điều quý khách có quyền trông đợi ở chúng tôi, thời hạn chúng tôi phải làm, và khoản chúng tôi đền nếu không làm đúng.',
  'What you may count on from us, by when we must do it, and what we owe you if we do not.',
)
