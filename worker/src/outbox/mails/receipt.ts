import { describeRemedy, type Locale, milestoneName, zoneName } from '@camket/core'
import type { Block, Letter } from './letter.ts'
import type { Told } from './told.ts'
import { when } from './when.ts'

type Words = {
  readonly subject: (told: Told) => string
  readonly heading: string
  readonly opening: (told: Told, filedAt: string) => string
  readonly promises: string
  readonly until: (instant: string) => string
  readonly timeZone: (told: Told) => string
  readonly open: string
  readonly secret: string
  readonly commitment: (told: Told) => string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code, subject }) => `Đã nhận yêu cầu ${code}: ${subject}`,
    heading: 'Chúng tôi đã nhận yêu cầu của quý khách',
    opening: ({ customerName, merchantName, subject }, filedAt) =>
      `Kính gửi quý khách ${customerName},\n${merchantName} đã nhận yêu cầu “${subject}” lúc ${filedAt}. Mã yêu cầu của quý khách là:`,
    promises: 'Chúng tôi hẹn',
    until: (instant) => `trước ${instant}`,
    timeZone: ({ timeZone }) => `Giờ ghi trong thư là ${zoneName(timeZone, 'vi')}.`,
    open: 'Xem và trao đổi về yêu cầu',
    secret:
      'Đường dẫn này dành riêng cho quý khách: ai có nó đều đọc và trả lời được, xin quý khách đừng chuyển tiếp.',
    commitment: ({ commitmentVersion }) =>
      `Các thời hạn trên theo cam kết dịch vụ, bản ${commitmentVersion}, và giữ nguyên cho yêu cầu này`,
  },
  en: {
    subject: ({ code, subject }) => `We have your request ${code}: ${subject}`,
    heading: 'We have received your request',
    opening: ({ customerName, merchantName, subject }, filedAt) =>
      `Dear ${customerName},\n${merchantName} received your request “${subject}” at ${filedAt}. Its code is:`,
    promises: 'We promise',
    until: (instant) => `by ${instant}`,
    timeZone: ({ timeZone }) => `All times are ${zoneName(timeZone, 'en')}.`,
    open: 'See and discuss your request',
    secret:
      'This link is yours alone: whoever has it can read and answer, so please do not pass this mail on.',
    commitment: ({ commitmentVersion }) =>
      `These deadlines come from version ${commitmentVersion} of our commitment, which holds for this request for good`,
  },
}

/** What the customer keeps after filing: code, private link, and what is promised until when, or else owed. */
export function receipt(told: Told): Letter {
  const { locale, timeZone } = told
  const its = words[locale]
  const promised: Block = {
    type: 'promises',
    heading: its.promises,
    promises: told.deadlines.map(({ milestone, dueAt, remedy }) => ({
      what: milestoneName(milestone, locale),
      until: its.until(when(dueAt, timeZone, locale)),
      otherwise: remedy && describeRemedy(remedy, locale),
    })),
  }
  const commitment: Block = { type: 'link', label: its.commitment(told), url: told.commitmentUrl }
  return {
    subject: its.subject(told),
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(told, when(told.filedAt, timeZone, locale)) },
      { type: 'code', code: told.code },
      { type: 'action', label: its.open, url: told.privateUrl },
      { type: 'remark', text: its.secret },
      ...(told.deadlines.length > 0
        ? [promised, { type: 'remark', text: its.timeZone(told) } as const, commitment]
        : []),
    ],
  }
}
