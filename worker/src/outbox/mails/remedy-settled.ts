import { describeOwed, type Locale } from '@camket/core'
import type { Letter } from './letter.ts'
import type { Told, ToldRemedy } from './told.ts'
import { when } from './when.ts'

type Words = {
  readonly subject: (told: Told, what: string) => string
  readonly heading: string
  readonly opening: (told: Told, what: string, at: string) => string
  readonly reference: (reference: string) => string
  readonly notArrived: string
  readonly open: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code }, what) => `Đã trả ${what} cho yêu cầu ${code}`,
    heading: 'Chúng tôi đã trả khoản nợ quý khách',
    opening: ({ customerName, code }, what, at) =>
      `Kính gửi quý khách ${customerName},\nKhoản bồi thường của yêu cầu ${code}, ${what}, đã được trả lúc ${at}.`,
    reference: (reference) => `Mã thanh toán: ${reference}`,
    notArrived:
      'Nếu quý khách không nhận được, hoặc số tiền không đúng, xin bấm “Không đồng ý” ở trang yêu cầu: việc được chuyển tới người có quyền quyết định.',
    open: 'Xem khoản đã trả',
  },
  en: {
    subject: ({ code }, what) => `Settled: ${what} for your request ${code}`,
    heading: 'We have settled what we owed you',
    opening: ({ customerName, code }, what, at) =>
      `Dear ${customerName},\nThe compensation for your request ${code}, ${what}, was settled at ${at}.`,
    reference: (reference) => `Payment reference: ${reference}`,
    notArrived:
      'If it does not arrive, or is not what you are owed, press “I do not agree” on the page of your request: it goes to the person who can decide.',
    open: 'See what was settled',
  },
}

/** What was given, when and under which reference, and what to do if it does not arrive. */
export function remedySettled(told: Told, { view, choices, endedAt, reference }: ToldRemedy): Letter {
  const { locale, timeZone } = told
  const its = words[locale]
  const what = choices[view.chosen ?? 0]?.text ?? describeOwed(view, locale)
  const at = endedAt ? when(endedAt, timeZone, locale) : ''
  return {
    subject: its.subject(told, what),
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(told, what, at) },
      ...(view.lines.length > 1
        ? [{ type: 'remark', text: view.lines.map(({ text }) => text).join('\n') } as const]
        : []),
      ...(reference === undefined ? [] : [{ type: 'text', text: its.reference(reference) } as const]),
      { type: 'text', text: its.notArrived },
      { type: 'action', label: its.open, url: `${told.privateUrl}#remedies` },
    ],
  }
}
