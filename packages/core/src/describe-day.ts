import type { Locale } from './vocabulary.ts'

/** A calendar day `YYYY-MM-DD` as people write it: "1/5/2028", "1 May 2028". */
export const describeDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    day: 'numeric',
    month: locale === 'vi' ? 'numeric' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
