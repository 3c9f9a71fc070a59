import type { Locale, Localized } from '@camket/core'

/** A text in the reader's language, else in the merchant's own, else in whichever there is. */
export function textIn(text: Localized, locale: Locale, merchantLocale: Locale): string {
  return text[locale] ?? text[merchantLocale] ?? Object.values(text)[0] ?? ''
}
