import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'

const minuteMillis = 60_000
const hourMillis = 60 * minuteMillis
const dayMillis = 24 * hourMillis

/** "còn 22 phút", "trễ 3 giờ": the largest unit that says enough, never rounded up to look better. */
export function countdown(dueAt: string, now: Date, words: Strings['when']): string {
  const left = Date.parse(dueAt) - now.getTime()
  const span = spanOf(Math.abs(left), words)
  return left >= 0 ? words.left(span) : words.late(span)
}

function spanOf(millis: number, words: Strings['when']): string {
  if (millis < minuteMillis) return words.lessThanMinute
  if (millis < hourMillis) return words.minutes(Math.floor(millis / minuteMillis))
  if (millis < dayMillis) {
    const minutes = Math.floor((millis % hourMillis) / minuteMillis)
    const hours = words.hours(Math.floor(millis / hourMillis))
    return millis < 4 * hourMillis && minutes > 0 ? `${hours} ${words.minutes(minutes)}` : hours
  }
  return words.days(Math.floor(millis / dayMillis))
}

/** How pressing: `late` past it, `soon` within two hours. */
export function urgency(dueAt: string, now: Date): 'late' | 'soon' | 'later' {
  const left = Date.parse(dueAt) - now.getTime()
  if (left < 0) return 'late'
  return left < 2 * hourMillis ? 'soon' : 'later'
}

/** "T4 25/11 17:30": weekday, day and time in the merchant's zone. */
export function shortInstant(at: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    // "T2" to "T7" and "CN" in Vietnamese; English has no such short form that is not ambiguous.
    weekday: locale === 'vi' ? 'narrow' : 'short',
    day: 'numeric',
    month: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at))
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
    dateStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
}

/** The instant at which a zone's clocks read this day and time; a reading that daylight saving skips moves on. */
export function instantAt(date: string, time: string, timeZone: string): string {
  const reading = Date.parse(`${date}T${time}:00Z`)
  const first = reading - offsetAt(reading, timeZone)
  return new Date(reading - offsetAt(first, timeZone)).toISOString()
}

function offsetAt(millis: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(millis))
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return local - Math.floor(millis / 1000) * 1000
}
