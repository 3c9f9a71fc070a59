import {
  describeRemedy,
  type Kind,
  kindName,
  type Locale,
  type Milestone,
  milestoneName,
  type Remedy,
} from '@camket/core'
import type { Letter } from './letter.ts'
import { when } from './when.ts'

type Near = {
  readonly locale: Locale
  readonly timeZone: string
  readonly code: string
  readonly subject: string
  readonly kind: Kind
  readonly milestone: Milestone
  readonly isInternal: boolean
  readonly dueAt: Date
  /** It passed before the mail was sent. */
  readonly isOver: boolean
  /** What is owed if it is missed. */
  readonly remedy?: Remedy | undefined
  /** To whom the commitment names, because the lead was warned before. */
  readonly toContact: boolean
  /** Where staff work on it. */
  readonly deskUrl: string
}

type Words = {
  readonly title: (milestone: string, code: string, isOver: boolean) => string
  readonly heading: (isOver: boolean) => string
  readonly about: (kind: string, subject: string) => string
  readonly due: (milestone: string, due: string, isOver: boolean) => string
  readonly internal: string
  readonly why: Readonly<Record<'lead' | 'contact', string>>
  readonly open: string
}

const words: Record<Locale, Words> = {
  vi: {
    title: (milestone, code, isOver) =>
      `${isOver ? 'Đã quá hạn' : 'Sắp đến hạn'} ${milestone}: yêu cầu ${code}`,
    heading: (isOver) => (isOver ? 'Một thời hạn vừa trôi qua' : 'Một thời hạn sắp đến'),
    about: (kind, subject) => `${kind}: ${subject}`,
    due: (milestone, due, isOver) => `${milestone} ${isOver ? 'đã đến hạn' : 'đến hạn'} lúc ${due}.`,
    internal: 'Đây là thời hạn giữa các bộ phận; khách không thấy.',
    why: {
      lead: 'Anh/chị nhận thư này vì phụ trách bộ phận đang giữ yêu cầu.',
      contact:
        'Anh/chị nhận thư này vì được nêu tên trong cam kết; người phụ trách bộ phận đã được báo trước đó.',
    },
    open: 'Mở yêu cầu',
  },
  en: {
    title: (milestone, code, isOver) => `${milestone} ${isOver ? 'overdue' : 'due soon'}: request ${code}`,
    heading: (isOver) => (isOver ? 'A deadline has just passed' : 'A deadline comes near'),
    about: (kind, subject) => `${kind}: ${subject}`,
    due: (milestone, due, isOver) => `${milestone} ${isOver ? 'was' : 'is'} due at ${due}.`,
    internal: 'It is a deadline between departments; the customer does not see it.',
    why: {
      lead: 'You get this because you lead the department where the request lies.',
      contact: 'You get this because the commitment names you; the lead of the department was told before.',
    },
    open: 'Open the request',
  },
}

/** To staff, while there is still time to keep what was promised. */
export function deadlineNear(near: Near): Letter {
  const { locale, timeZone, code, subject, isInternal, isOver, remedy } = near
  const its = words[locale]
  const milestone = milestoneName(near.milestone, locale)
  const named = locale === 'vi' ? milestone.toLocaleLowerCase('vi') : milestone
  const facts = [
    its.about(kindName(near.kind, locale), subject),
    its.due(milestone, when(near.dueAt, timeZone, locale), isOver),
    ...(remedy ? [describeRemedy(remedy, locale)] : []),
    ...(isInternal ? [its.internal] : []),
  ]
  return {
    subject: its.title(named, code, isOver),
    heading: its.heading(isOver),
    blocks: [
      { type: 'code', code },
      { type: 'text', text: facts.join('\n') },
      { type: 'action', label: its.open, url: near.deskUrl },
      { type: 'remark', text: its.why[near.toContact ? 'contact' : 'lead'] },
    ],
  }
}
