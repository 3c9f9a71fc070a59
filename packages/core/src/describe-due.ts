import type { Locale } from './vocabulary.ts'

/** How people at a merchant's tell the time, in a language. */
type Place = { readonly locale: Locale; readonly timeZone: string }

const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const todays: Record<Locale, string> = { vi: 'hôm nay', en: 'today' }

/**
 * A deadline as people say it, in the merchant's zone: "trước 14:00 hôm nay", "by 14:00 Mon 23 Nov". One at midnight is
 * told as the end of the day that it ends.
 */
export function describeDue(at: Date, now: Date, place: Place): string {
  const time = timeOf(at, place)
  const isMidnight = time === '00:00'
  // Half a minute back lies in the day that ends, whether the end was written as 00:00 or 23:59:59.
  const day = dayOf(isMidnight ? new Date(at.getTime() - 30_000) : at, now, place)
  const isVietnamese = place.locale === 'vi'
  if (isMidnight || time === '23:59') return isVietnamese ? `trong ${day}` : `by the end of ${day}`
  return `${isVietnamese ? 'trước' : 'by'} ${time} ${day}`
}

/** An instant in the merchant's zone: "09:12 hôm nay", "09:12 Mon 23 Nov"; with the year where it is another than now. */
export const describeMoment = (at: Date, now: Date, place: Place): string =>
  `${timeOf(at, place)} ${dayOf(at, now, place)}`

/** All of it, for titles: "14:00:00 GMT+7 Thứ Hai, 23 tháng 11, 2026". */
export const describeExactly = (at: Date, place: Place): string =>
  format(at, place, { dateStyle: 'full', timeStyle: 'long' })

const timeOf = (at: Date, place: Place): string => format(at, place, { timeStyle: 'short', hourCycle: 'h23' })

/** "hôm nay", "thứ Hai 23/11", "Mon 23 Nov". */
function dayOf(at: Date, now: Date, place: Place): string {
  const { locale } = place
  const [day, today] = [at, now].map((one) => isoDay(one, place)) as [string, string]
  if (day === today) return todays[locale]
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  const weekday = locale === 'vi' ? 'long' : 'short'
  const month = locale === 'vi' ? 'numeric' : 'short'
  // Within a sentence the day of the week is written small, but for Sunday, which is a name: "Chủ Nhật".
  return format(at, place, { weekday, day: 'numeric', month, year }).replaceAll(',', '').replace('Thứ', 'thứ')
}

const isoDay = (at: Date, { timeZone }: Place): string => at.toLocaleDateString('en-CA', { timeZone })

const format = (at: Date, { locale, timeZone }: Place, options: Intl.DateTimeFormatOptions): string =>
  at.toLocaleString(tags[locale], { timeZone, ...options })
