import type { Locale } from '@camket/core'
import type { Letter } from './letter.ts'
import type { Told } from './told.ts'

type Words = {
  readonly subject: (told: Told) => string
  readonly heading: string
  readonly opening: (told: Told) => string
  readonly answer: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code, subject }) => `Trả lời mới cho yêu cầu ${code}: ${subject}`,
    heading: 'Quý khách có trả lời mới',
    opening: ({ customerName, code }) =>
      `Kính gửi quý khách ${customerName},\nChúng tôi vừa trả lời yêu cầu ${code}:`,
    answer: 'Xem và trả lời',
  },
  en: {
    subject: ({ code, subject }) => `New reply to your request ${code}: ${subject}`,
    heading: 'You have a new reply',
    opening: ({ customerName, code }) =>
      `Dear ${customerName},\nWe have just replied to your request ${code}:`,
    answer: 'Read and answer',
  },
}

export function reply(told: Told, text: string): Letter {
  const its = words[told.locale]
  return {
    subject: its.subject(told),
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(told) },
      { type: 'quote', by: told.merchantName, text },
      { type: 'action', label: its.answer, url: told.privateUrl },
    ],
  }
}
