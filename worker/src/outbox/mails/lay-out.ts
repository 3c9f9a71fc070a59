import { accentFor, type Locale } from '@camket/core'
import { layOutHtml } from './lay-out-html.ts'
import { layOutText } from './lay-out-text.ts'
import type { Letter } from './letter.ts'
import { oneLine } from './one-line.ts'

type Look = {
  /** Whose mail it is. */
  readonly from: string
  /** Where an answer to the mail itself goes; absent: nowhere. */
  readonly repliesTo?: string
  readonly locale: Locale
  /** `#rrggbb`, as the merchant chose it. */
  readonly accent: string
}

const words = {
  vi: {
    automatic: 'Thư này được gửi tự động.',
    repliesTo: (email: string) => `Thư quý khách gửi lại cho thư này sẽ đến ${email}.`,
  },
  en: {
    automatic: 'This mail was sent automatically.',
    repliesTo: (email: string) => `If you answer the mail itself, that goes to ${email}.`,
  },
} satisfies Record<Locale, unknown>

/** Both parts of a mail from one letter, so that they say the same. */
export function layOut(
  letter: Letter,
  { from, repliesTo, locale, accent }: Look,
): { subject: string; text: string; html: string } {
  const its = words[locale]
  const footer = [from, repliesTo ? `${its.automatic} ${its.repliesTo(repliesTo)}` : its.automatic].join('\n')
  const colors = { light: accentFor(accent, 'light'), dark: accentFor(accent, 'dark') }
  const safe = { ...letter, subject: oneLine(letter.subject) }
  return {
    subject: safe.subject,
    text: layOutText(safe, footer),
    html: layOutHtml(safe, { from, footer, locale, colors }),
  }
}
