import type { Locale } from '@camket/core/vocabulary'
import type { RequestWords } from '../strings/words.ts'

export type Place = {
  readonly locale: Locale
  readonly timeZone: string
  readonly words: RequestWords['when']
}

const format = (at: Date | string, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', options).format(new Date(at))

/**
 * A deadline as people say it, in the merchant's zone: "trước 14:00 hôm nay", "trước 14:00 thứ Hai 23/11". One at
 * midnight is told as the end of the day that it ends.
 */
export function dueWords(at: string, now: Date, place: Place): string {
  const { words } = place
  const time = timeWords(at, place)
  const isMidnight = time === '00:00'
  // Half a minute back lies in the day that ends, whether the end was written as 00:00 or 23:59:59.
  const day = new Date(Date.parse(at) - (isMidnight ? 30_000 : 0))
  const endsDay = isMidnight || time === '23:59'
  const isToday = isoDay(day, place.timeZone) === isoDay(now, place.timeZone)
  const said = isToday ? words.today : dayWords(day, now, place)
  return endsDay ? words.endOf(said) : words.before(words.timeOn(time, said))
}

/** "14:00" */
export function timeWords(at: string, { locale, timeZone }: Place): string {
  return format(at, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
}

/** "thứ Hai 23/11", "Mon 23 Nov"; with the year where it is another than now. */
function dayWords(day: Date, now: Date, { locale, timeZone }: Place): string {
  const sameYear = isoDay(day, timeZone).slice(0, 4) === isoDay(now, timeZone).slice(0, 4)
  const said = format(day, locale, {
    weekday: locale === 'vi' ? 'long' : 'short',
    day: 'numeric',
    month: locale === 'vi' ? 'numeric' : 'short',
    ...(!sameYear && { year: 'numeric' }),
    timeZone,
  })
  return said.replaceAll(',', '').replace(/^Thứ/, 'thứ')
}

/** An instant in a conversation: "09:12 hôm nay", "09:12 thứ Hai 23/11". */
export function momentWords(at: string, now: Date, place: Place): string {
  const day = new Date(at)
  const isToday = isoDay(day, place.timeZone) === isoDay(now, place.timeZone)
  return place.words.timeOn(timeWords(at, place), isToday ? place.words.today : dayWords(day, now, place))
}

/** The whole of it, for titles. */
export function fullWords(at: string, { locale, timeZone }: Omit<Place, 'words'>): string {
  return format(at, locale, { dateStyle: 'full', timeStyle: 'long', timeZone })
}

/** A calendar day `YYYY-MM-DD` as people write it. */
export function dateWords(date: string, locale: Locale): string {
  return format(`${date}T00:00:00Z`, locale, { dateStyle: 'short', timeZone: 'UTC' })
}

/** The local day `YYYY-MM-DD` of an instant. */
export function isoDay(at: Date, timeZone: string): string {
  return at.toLocaleDateString('en-CA', { timeZone })
}
