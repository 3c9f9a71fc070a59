import type { Locale } from '@camket/core'

/** An instant as people say it: "14:00 thứ Hai, 23/11/2026", "14:00 on Monday 23 November 2026". */
export function when(instant: Date, timeZone: string, locale: Locale): string {
  const part = partsOf(instant, timeZone, locale)
  const time = `${part.hour}:${part.minute}`
  if (locale === 'en') return `${time} on ${part.weekday} ${part.day} ${part.month} ${part.year}`
  // Within a sentence the day of the week is written small, but for Sunday, which is a name: "Chủ nhật".
  const weekday = part.weekday?.replace(/^Thứ/, 'thứ').replace('Nhật', 'nhật')
  return `${time} ${weekday}, ${part.day}/${part.month}/${part.year}`
}

function partsOf(
  instant: Date,
  timeZone: string,
  locale: Locale,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'long',
    day: 'numeric',
    month: locale === 'en' ? 'long' : 'numeric',
    year: 'numeric',
  })
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}
