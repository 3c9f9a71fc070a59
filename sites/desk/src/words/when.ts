import type { Locale } from '@camket/core/vocabulary'

const hourMillis = 3_600_000

/** How pressing: `late` past it, `soon` within two hours. */
export function urgency(dueAt: string, now: Date): 'late' | 'soon' | 'later' {
  const left = Date.parse(dueAt) - now.getTime()
  if (left < 0) return 'late'
  return left < 2 * hourMillis ? 'soon' : 'later'
}

/** "17:30 T4 25/11", "Wed 25 Nov, 17:30": time, weekday and day in the merchant's zone. */
export function shortInstant(at: string, locale: Locale, timeZone: string): string {
  const words = new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    // "T2" to "T7" and "CN" in Vietnamese; English has no such short form that is not ambiguous.
    weekday: locale === 'vi' ? 'narrow' : 'short',
    day: 'numeric',
    month: locale === 'vi' ? 'numeric' : 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
  return locale === 'vi' ? words.replace(',', '') : words
}

/** The whole of it, for titles. */
export function fullInstant(at: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  }).format(new Date(at))
}

/** A calendar day `YYYY-MM-DD` as people write it. */
export function shortDate(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
}
