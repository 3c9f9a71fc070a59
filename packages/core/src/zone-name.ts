import type { Locale } from './vocabulary.ts'

/** A zone's time as people of the language call it within a sentence: "giờ Việt Nam", "Vietnam Time". */
export function zoneName(timeZone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone,
    timeZoneName: 'shortGeneric',
  })
  const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return locale === 'vi' ? name.replace(/^Giờ/, 'giờ') : name
}
