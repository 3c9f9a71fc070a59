import type { Locale, Outcome } from '@camket/core'
import type { Block, Letter } from './letter.ts'
import type { Told, ToldResolution } from './told.ts'
import { when } from './when.ts'

type Words = {
  readonly subject: (told: Told) => string
  readonly heading: string
  readonly opening: (told: Told) => string
  readonly outcomes: Record<Outcome, string>
  readonly exclusion: (reason: string) => string
  readonly comeBack: (until: string) => string
  readonly open: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code, subject }) => `Yêu cầu ${code} đã có kết quả: ${subject}`,
    heading: 'Yêu cầu của quý khách đã có kết quả',
    opening: ({ customerName, code }) =>
      `Kính gửi quý khách ${customerName},\nKết quả của yêu cầu ${code} như sau.`,
    outcomes: {
      answered: 'Chúng tôi đã giải đáp.',
      repaired: 'Sản phẩm đã được sửa xong.',
      replaced: 'Sản phẩm đã được đổi mới.',
      refunded: 'Chúng tôi đã hoàn tiền.',
      compensated: 'Chúng tôi đã bồi thường.',
      declined: 'Rất tiếc, chúng tôi không thể đáp ứng yêu cầu này.',
      withdrawn: 'Quý khách đã rút lại yêu cầu.',
      duplicate: 'Yêu cầu này trùng với một yêu cầu khác của quý khách; chúng tôi giải quyết ở yêu cầu kia.',
    },
    exclusion: (reason) => `Căn cứ đã công bố trong cam kết: ${reason}`,
    comeBack: (until) =>
      `Nếu quý khách thấy việc chưa xong, xin trả lời qua đường dẫn dưới đây trước ${until}: yêu cầu được mở lại và thời hạn tính tiếp.`,
    open: 'Xem kết quả hoặc mở lại yêu cầu',
  },
  en: {
    subject: ({ code, subject }) => `Your request ${code} has been resolved: ${subject}`,
    heading: 'Your request has been resolved',
    opening: ({ customerName, code }) =>
      `Dear ${customerName},\nThis is the outcome of your request ${code}.`,
    outcomes: {
      answered: 'We have answered it.',
      repaired: 'The product has been repaired.',
      replaced: 'The product has been replaced.',
      refunded: 'We have given your money back.',
      compensated: 'We have compensated you.',
      declined: 'We are sorry that we cannot meet this request.',
      withdrawn: 'You have withdrawn it.',
      duplicate: 'It is about the same as another request of yours, where we go on with it.',
    },
    exclusion: (reason) => `The reason, as published in our commitment: ${reason}`,
    comeBack: (until) =>
      `If you find that something is still missing, answer through the link below by ${until}: that opens the request again and its clock runs on.`,
    open: 'See the outcome or open it again',
  },
}

/** The outcome in words, what staff wrote with it, and the way back. */
export function resolved(told: Told, { outcome, exclusion, message, reopenUntil }: ToldResolution): Letter {
  const { locale } = told
  const its = words[locale]
  const quoted: Block[] =
    message === undefined ? [] : [{ type: 'quote', by: told.merchantName, text: message }]
  const reason: Block[] = exclusion === undefined ? [] : [{ type: 'text', text: its.exclusion(exclusion) }]
  return {
    subject: its.subject(told),
    heading: its.heading,
    blocks: [
      { type: 'text', text: `${its.opening(told)}\n${its.outcomes[outcome]}` },
      ...reason,
      ...quoted,
      { type: 'text', text: its.comeBack(when(reopenUntil, told.timeZone, locale)) },
      { type: 'action', label: its.open, url: told.privateUrl },
    ],
  }
}
