import type { Locale } from '@camket/core'
import type { Letter } from './letter.ts'
import type { Told } from './told.ts'

type Words = {
  readonly subject: (told: Told) => string
  readonly heading: string
  readonly opening: (told: Told) => string
  readonly open: string
  readonly notYou: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code }) => `Đường dẫn riêng của yêu cầu ${code}`,
    heading: 'Đường dẫn riêng của quý khách',
    opening: ({ customerName, code }) =>
      `Kính gửi quý khách ${customerName},\nTheo đề nghị vừa nhận được, chúng tôi gửi lại đường dẫn riêng của yêu cầu ${code}.`,
    open: 'Mở yêu cầu của tôi',
    notYou:
      'Nếu không phải quý khách đề nghị, xin bỏ qua thư này: đường dẫn chỉ được gửi đến địa chỉ của quý khách, và người đề nghị không biết được gì thêm.',
  },
  en: {
    subject: ({ code }) => `The private link of your request ${code}`,
    heading: 'Your private link',
    opening: ({ customerName, code }) =>
      `Dear ${customerName},\nAs we were just asked to, we send you the private link of your request ${code} again.`,
    open: 'Open my request',
    notYou:
      'If this was not you, please ignore this mail: the link goes to your address only, and whoever asked for it learned nothing.',
  },
}

export function lostKey(told: Told): Letter {
  const its = words[told.locale]
  return {
    subject: its.subject(told),
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(told) },
      { type: 'action', label: its.open, url: told.privateUrl },
      { type: 'remark', text: its.notYou },
    ],
  }
}
