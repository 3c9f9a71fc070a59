import type { Locale, Localized } from '@camket/core/vocabulary'

/** The text in the page's language, or in the first one that the document has. */
export function textIn(text: Localized, locale: Locale): string {
  return text[locale] ?? Object.values(text)[0] ?? ''
}
