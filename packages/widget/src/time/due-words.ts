import type { Session } from '../session/session.ts'

/** What of a session says how people there tell the time. */
export type Place = {
  readonly config: Pick<Session['config'], 'timeZone'>
  readonly words: Pick<Session['words'], 'when'>
}

const format = (at: Date | string, { config, words }: Place, options: Intl.DateTimeFormatOptions): string =>
  new Date(at).toLocaleString(words.when.language, { timeZone: config.timeZone, ...options })

/**
 * A deadline as people say it, in the merchant's zone: "trước 14:00 hôm nay", "trước 14:00 thứ Hai 23/11". One at
 * midnight is told as the end of the day that it ends.
 */
export function dueWords(at: string, now: Date, place: Place): string {
  const { when } = place.words
  const time = timeWords(at, place)
  const isMidnight = time === '00:00'
  // Half a minute back lies in the day that ends, whether the end was written as 00:00 or 23:59:59.
  const day = dayWords(new Date(Date.parse(at) - (isMidnight ? 30_000 : 0)), now, place)
  return isMidnight || time === '23:59' ? when.endOf(day) : when.before(`${time} ${day}`)
}

/** "14:00" */
export const timeWords = (at: string, place: Place): string =>
  format(at, place, { timeStyle: 'short', hourCycle: 'h23' })

/** "hôm nay", "thứ Hai 23/11", "Mon 23 Nov"; with the year where it is another than now. */
export function dayWords(day: Date, now: Date, place: Place): string {
  const { today, weekday, month } = place.words.when
  const [is, was] = [day, now].map((at) => isoDay(at, place.config.timeZone)) as [string, string]
  if (is === was) return today
  const year = is.slice(0, 4) === was.slice(0, 4) ? undefined : 'numeric'
  return format(day, place, { weekday, day: 'numeric', month, year })
    .replaceAll(',', '')
    .replace('Thứ', 'thứ')
}

/** The whole of it, for titles. */
export const fullWords = (at: string, place: Place): string =>
  format(at, place, { dateStyle: 'full', timeStyle: 'long' })

/** A calendar day `YYYY-MM-DD` as people write it. */
export const dateWords = (date: string, place: Place): string =>
  format(date, place, { dateStyle: 'short', timeZone: 'UTC' })

/** The local day `YYYY-MM-DD` of an instant. */
export const isoDay = (at: Date, timeZone: string): string => at.toLocaleDateString('en-CA', { timeZone })
