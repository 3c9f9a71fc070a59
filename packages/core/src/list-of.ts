import type { Locale } from './vocabulary.ts'

/** "a, b và c", "a, b hoặc c"; "a, b and c", "a, b or c". */
export function listOf(items: readonly string[], joint: 'and' | 'or', locale: Locale): string {
  const type = joint === 'and' ? 'conjunction' : 'disjunction'
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type }).format(items)
}
