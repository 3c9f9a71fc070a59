import type { DurationUnit } from '@camket/core/duration'
import type { Locale } from '@camket/core/vocabulary'

/** As the pledge counts: the hours in which somebody works, or all hours. */
export type Measure = 'working' | 'real'

export const measureOf = (unit: DurationUnit): Measure => (unit.startsWith('working_') ? 'working' : 'real')

const hourMinutes = 60
const dayMinutes = 24 * hourMinutes

/** "2 giờ 10 phút làm việc", "3 days 4 hours": in its two largest units, and never less than it is. */
export function minutesInWords(minutes: number, measure: Measure, locale: Locale): string {
  const inDays = measure === 'real' && minutes >= dayMinutes
  const whole = inDays ? Math.ceil(minutes / hourMinutes) * hourMinutes : minutes
  const days = inDays ? Math.floor(whole / dayMinutes) : 0
  const hours = Math.floor((whole - days * dayMinutes) / hourMinutes)
  const parts = [
    unit(days, 'day', locale),
    unit(hours, 'hour', locale),
    unit(whole % hourMinutes, 'minute', locale),
  ].flatMap((part) => part ?? [])
  const words = parts.join(' ')
  if (measure === 'real') return words
  return locale === 'vi' ? `${words} làm việc` : `${words} of working time`
}

function unit(count: number, name: 'day' | 'hour' | 'minute', locale: Locale): string | undefined {
  if (count === 0) return undefined
  const tag = locale === 'vi' ? 'vi-VN' : 'en-GB'
  return new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count)
}
