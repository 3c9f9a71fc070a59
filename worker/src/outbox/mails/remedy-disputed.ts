import { describeOwed, type Locale, milestoneName } from '@camket/core'
import type { Block, Letter } from './letter.ts'
import type { ToldRemedy } from './told.ts'
import { when } from './when.ts'

type Disputed = {
  readonly locale: Locale
  readonly timeZone: string
  readonly code: string
  readonly customerName: string
  /** Where staff work on it. */
  readonly deskUrl: string
  readonly remedy: ToldRemedy
  /** In the customer's words, where there are any. */
  readonly message?: string | undefined
}

type Words = {
  readonly subject: (code: string) => string
  readonly heading: string
  readonly missed: (milestone: string, due: string) => string
  readonly waived: (reason: string) => string
  readonly settled: (what: string, reference: string) => string
  readonly whatNow: string
  readonly open: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: (code) => `Khách không đồng ý về khoản bồi thường: yêu cầu ${code}`,
    heading: 'Khách không đồng ý về một khoản bồi thường',
    missed: (milestone, due) =>
      `Chúng ta đã hẹn ${milestone.toLocaleLowerCase('vi')} trước ${due} và đã trễ.`,
    waived: (reason) => `Khoản này đã được miễn với căn cứ: ${reason}`,
    settled: (what, reference) => `Đã ghi là đã trả: ${what}, mã thanh toán ${reference}.`,
    whatNow:
      'Anh/chị được nêu tên trong cam kết là người quyết định. Xin xem lại, rồi trả khoản này hoặc miễn với bằng chứng. Trang công khai ghi “đang tranh chấp” cho tới khi đó.',
    open: 'Mở yêu cầu',
  },
  en: {
    subject: (code) => `A customer disputes a compensation: request ${code}`,
    heading: 'A customer disputes a compensation',
    missed: (milestone, due) => `We promised ${milestone.toLowerCase()} by ${due} and were late.`,
    waived: (reason) => `It was waived for this reason: ${reason}`,
    settled: (what, reference) => `It was noted as settled: ${what}, reference ${reference}.`,
    whatNow:
      'The commitment names you as the person who decides. Look at it again, then settle it or waive it with evidence. The public page says “disputed” until then.',
    open: 'Open the request',
  },
}

/** To the contact that the commitment names: what is disputed, and that it is theirs to decide. */
export function remedyDisputed(told: Disputed): Letter {
  const { locale, timeZone, code, customerName, deskUrl, remedy, message } = told
  const { view, missed, exclusion, reference, choices } = remedy
  const its = words[locale]
  const what = choices[view.chosen ?? 0]?.text ?? describeOwed(view, locale)
  const facts = [
    its.missed(milestoneName(missed.milestone, locale), when(missed.dueAt, timeZone, locale)),
    exclusion !== undefined && its.waived(exclusion),
    reference !== undefined && its.settled(what, reference),
  ].filter((fact) => typeof fact === 'string')
  const blocks: Block[] = [
    { type: 'code', code },
    { type: 'text', text: facts.join('\n') },
    ...(message === undefined ? [] : [{ type: 'quote', by: customerName, text: message } as const]),
    { type: 'text', text: its.whatNow },
    { type: 'action', label: its.open, url: deskUrl },
  ]
  return { subject: its.subject(code), heading: its.heading, blocks }
}
