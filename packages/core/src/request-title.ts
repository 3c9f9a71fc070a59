import { requestNames } from './names.ts'
import type { Kind, Locale } from './vocabulary.ts'

/** A request of a kind as a heading: "Yêu cầu bảo hành", "Warranty request". */
export function requestTitle(kind: Kind, locale: Locale): string {
  const name = requestNames[locale][kind].replace(/^an? /, '')
  return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`
}
