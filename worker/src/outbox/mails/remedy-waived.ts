import type { Locale } from '@camket/core'
import type { Letter } from './letter.ts'
import type { Told, ToldRemedy } from './told.ts'

type Words = {
  readonly subject: (told: Told) => string
  readonly heading: string
  readonly opening: (told: Told) => string
  readonly exclusion: (reason: string) => string
  readonly dispute: string
  readonly open: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code }) => `Về khoản bồi thường của yêu cầu ${code}`,
    heading: 'Khoản bồi thường này không áp dụng',
    opening: ({ customerName, code }) =>
      `Kính gửi quý khách ${customerName},\nChúng tôi cho rằng không nợ quý khách khoản bồi thường đã ghi ở yêu cầu ${code}, và xin nói rõ lý do.`,
    exclusion: (reason) => `Căn cứ đã công bố trong cam kết: ${reason}`,
    dispute:
      'Nếu quý khách thấy không đúng, xin bấm “Không đồng ý” ở trang yêu cầu, kèm lời của quý khách nếu muốn: việc được chuyển tới người có quyền quyết định.',
    open: 'Xem lý do và bằng chứng',
  },
  en: {
    subject: ({ code }) => `About the compensation for your request ${code}`,
    heading: 'This compensation does not apply',
    opening: ({ customerName, code }) =>
      `Dear ${customerName},\nWe find that we do not owe you the compensation noted on your request ${code}, and this is why.`,
    exclusion: (reason) => `The reason, as published in our commitment: ${reason}`,
    dispute:
      'If you find that this is not so, press “I do not agree” on the page of your request and add your own words if you like: it goes to the person who can decide.',
    open: 'See the reason and the evidence',
  },
}

/** Why nothing is owed after all, in the published words and in those of staff, and how to object. */
export function remedyWaived(told: Told, { exclusion }: ToldRemedy, message: string | undefined): Letter {
  const its = words[told.locale]
  return {
    subject: its.subject(told),
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(told) },
      ...(exclusion === undefined ? [] : [{ type: 'text', text: its.exclusion(exclusion) } as const]),
      ...(message === undefined ? [] : [{ type: 'quote', by: told.merchantName, text: message } as const]),
      { type: 'text', text: its.dispute },
      { type: 'action', label: its.open, url: `${told.privateUrl}#remedies` },
    ],
  }
}
