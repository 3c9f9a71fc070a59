import { describeSpan } from '@camket/core/describe-span'
import type { Locale } from '@camket/core/vocabulary'

const tagOf = (locale: Locale) => (locale === 'vi' ? 'vi-VN' : 'en-GB')

/** "14:00 thứ Hai 23/11", "14:00 on Monday 23 November"; with the year where it is not this one. */
export function longWhen(at: string, locale: Locale, timeZone: string, now: Date): string {
  const part = partsOf(at, locale, timeZone, { weekday: 'long', month: locale === 'vi' ? 'numeric' : 'long' })
  const isThisYear = part.year === partsOf(now.toISOString(), locale, timeZone, {}).year
  const time = `${part.hour}:${part.minute}`
  if (locale === 'en') {
    return `${time} on ${part.weekday} ${part.day} ${part.month}${isThisYear ? '' : ` ${part.year}`}`
  }
  // Within a sentence the day of the week is written small, but for Sunday, which is a name: "Chủ nhật".
  const weekday = part.weekday?.replace(/^Thứ/, 'thứ').replace('Nhật', 'nhật')
  return `${time} ${weekday} ${part.day}/${part.month}${isThisYear ? '' : `/${part.year}`}`
}

/** "T2 16/11 09:15", "Mon 16/11 09:15". */
export function shortWhen(at: string, locale: Locale, timeZone: string): string {
  const { hour, minute } = partsOf(at, locale, timeZone, {})
  return `${shortDay(at, locale, timeZone)} ${hour}:${minute}`
}

/** "T2 16/11", "Mon 16/11". */
export function shortDay(at: string, locale: Locale, timeZone: string): string {
  const { weekday, day, month } = partsOf(at, locale, timeZone, {
    weekday: locale === 'vi' ? 'narrow' : 'short',
  })
  return `${weekday} ${day}/${month}`
}

/** All of it, for titles: "Thứ Hai, 16 tháng 11, 2026 lúc 09:15:00 GMT+7". */
export function exactWhen(at: string, locale: Locale, timeZone: string): string {
  const options = { dateStyle: 'full', timeStyle: 'long', timeZone } as const
  return new Intl.DateTimeFormat(tagOf(locale), options).format(new Date(at))
}

/** The local day of an instant as people write it: "01/11/2026". */
export function dayOf(at: string, locale: Locale, timeZone: string): string {
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone } as const
  return new Intl.DateTimeFormat(tagOf(locale), options).format(new Date(at))
}

/** The same of a calendar day `YYYY-MM-DD`. */
export const writtenDay = (date: string, locale: Locale): string => dayOf(`${date}T00:00:00Z`, locale, 'UTC')

/** A weekday with a calendar day `YYYY-MM-DD`: "T4 02/09/2026". */
export function writtenWeekday(date: string, locale: Locale): string {
  const { weekday } = partsOf(`${date}T00:00:00Z`, locale, 'UTC', {
    weekday: locale === 'vi' ? 'narrow' : 'short',
  })
  return `${weekday} ${writtenDay(date, locale)}`
}

/** Today's local day, `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(now)
}

/** How long until then, "2 ngày 4 giờ"; nothing once it has passed. */
export function spanUntil(at: string, now: Date, locale: Locale): string {
  return describeSpan(Math.max(0, Date.parse(at) - now.getTime()), locale)
}

function partsOf(
  at: string,
  locale: Locale,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const format = new Intl.DateTimeFormat(tagOf(locale), {
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone,
    ...options,
  })
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
}
