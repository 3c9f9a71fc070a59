import type { Locale } from './vocabulary.ts'

const minuteMillis = 60_000
const hourMillis = 60 * minuteMillis
const dayMillis = 24 * hourMillis

type Unit = 'minute' | 'hour' | 'day'

const unitNames: Record<Locale, Record<Unit, [one: string, other: string]>> = {
  vi: { minute: ['phút', 'phút'], hour: ['giờ', 'giờ'], day: ['ngày', 'ngày'] },
  en: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'] },
}

/** A stretch of real time in words, in its two largest units, never rounded up: "2 ngày 4 giờ", "22 minutes". */
export function describeSpan(millis: number, locale: Locale): string {
  if (millis < minuteMillis) return locale === 'vi' ? 'dưới 1 phút' : 'less than a minute'
  const days = Math.floor(millis / dayMillis)
  const hours = Math.floor((millis % dayMillis) / hourMillis)
  const minutes = Math.floor((millis % hourMillis) / minuteMillis)
  const parts: [number, Unit][] =
    days > 0
      ? [
          [days, 'day'],
          [hours, 'hour'],
        ]
      : [
          [hours, 'hour'],
          [minutes, 'minute'],
        ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unitNames[locale][unit][count === 1 ? 0 : 1]}`)
    .join(' ')
}
