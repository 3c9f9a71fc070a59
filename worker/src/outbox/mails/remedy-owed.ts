import { describeOwed, type Locale, milestoneName } from '@camket/core'
import type { Block, Letter } from './letter.ts'
import type { Told, ToldRemedy } from './told.ts'
import { when } from './when.ts'

type Words = {
  readonly subject: (told: Told, what: string) => string
  readonly heading: string
  readonly opening: (told: Told, milestone: string, due: string) => string
  readonly owed: (what: string) => string
  readonly grows: string
  readonly factsNeeded: string
  readonly choices: string
  readonly claimBy: (until: string) => string
  readonly settleBy: (until: string) => string
  readonly choose: string
  readonly nothingToDo: string
  readonly see: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: ({ code }, what) => `Chúng tôi trễ hẹn và nợ quý khách ${what}: yêu cầu ${code}`,
    heading: 'Chúng tôi đã trễ hẹn với quý khách',
    opening: ({ customerName, subject }, milestone, due) =>
      `Kính gửi quý khách ${customerName},\nVới yêu cầu “${subject}”, chúng tôi đã hẹn: ${milestone.toLocaleLowerCase('vi')} trước ${due}. Chúng tôi đã không giữ được lời và xin lỗi quý khách.`,
    owed: (what) => `Theo cam kết, chúng tôi nợ quý khách: ${what}.`,
    grows: 'Khoản này còn tăng cho đến khi việc xong; trang yêu cầu luôn ghi con số mới nhất.',
    factsNeeded: 'Số tiền sẽ hiện trên trang yêu cầu ngay khi chúng tôi ghi đủ số liệu để tính.',
    choices: 'Quý khách chọn một trong các cách:',
    claimBy: (until) => `Xin quý khách yêu cầu nhận trước ${until}; sau đó khoản này hết hạn.`,
    settleBy: (until) => `Chúng tôi phải trả trước ${until}.`,
    choose: 'Chọn cách nhận',
    nothingToDo: 'Quý khách không cần làm gì thêm.',
    see: 'Xem yêu cầu',
  },
  en: {
    subject: ({ code }, what) => `We were late and owe you ${what}: request ${code}`,
    heading: 'We were late',
    opening: ({ customerName, subject }, milestone, due) =>
      `Dear ${customerName},\nFor your request “${subject}” we promised: ${milestone.toLowerCase()} by ${due}. We did not keep our word, and we are sorry.`,
    owed: (what) => `By our commitment we owe you: ${what}.`,
    grows: 'It still grows until the work is done; the page of your request always shows the latest figure.',
    factsNeeded:
      'The amount will be on the page of your request as soon as we have noted what it is computed from.',
    choices: 'Choose one of these:',
    claimBy: (until) => `Please ask for it by ${until}; after that it expires.`,
    settleBy: (until) => `We have to settle it by ${until}.`,
    choose: 'Choose how to receive it',
    nothingToDo: 'There is nothing that you need to do.',
    see: 'See your request',
  },
}

/** "We missed it; you are owed this; choose here." */
export function remedyOwed(told: Told, { view, choices, missed }: ToldRemedy): Letter {
  const { locale, timeZone } = told
  const its = words[locale]
  const owed = choices.length > 1 ? choices[0]?.text : undefined
  const what = owed ?? describeOwed(view, locale)
  const canChoose = choices.length > 1 || choices.some(({ ways }) => ways.length > 0)
  const tellWhen = (at: string) => when(new Date(at), timeZone, locale)
  const opening = its.opening(
    told,
    milestoneName(missed.milestone, locale),
    when(missed.dueAt, timeZone, locale),
  )
  const offered =
    choices.length > 1 ? `\n${its.choices}\n${choices.map(({ text }) => `• ${text}`).join('\n')}` : ''
  const facts = [
    view.factsNeeded.length > 0 && its.factsNeeded,
    view.grows && its.grows,
    view.settleBy && its.settleBy(tellWhen(view.settleBy)),
    view.claimBy && its.claimBy(tellWhen(view.claimBy)),
    !canChoose && its.nothingToDo,
  ].filter((fact) => typeof fact === 'string')
  const blocks: Block[] = [
    { type: 'text', text: opening },
    { type: 'text', text: `${its.owed(what)}${offered}` },
    ...(view.lines.length > 1
      ? [{ type: 'remark', text: view.lines.map(({ text }) => text).join('\n') } as const]
      : []),
    ...(facts.length > 0 ? [{ type: 'text', text: facts.join('\n') } as const] : []),
    { type: 'action', label: canChoose ? its.choose : its.see, url: `${told.privateUrl}#remedies` },
  ]
  return { subject: its.subject(told, what), heading: its.heading, blocks }
}
