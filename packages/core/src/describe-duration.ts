import type { Duration, DurationUnit } from './duration.ts'
import type { Locale } from './vocabulary.ts'

const unitNames: Record<DurationUnit, { vi: string; en: [one: string, other: string] }> = {
  minute: { vi: 'phút', en: ['minute', 'minutes'] },
  hour: { vi: 'giờ', en: ['hour', 'hours'] },
  working_minute: { vi: 'phút làm việc', en: ['working minute', 'working minutes'] },
  working_hour: { vi: 'giờ làm việc', en: ['working hour', 'working hours'] },
  working_day: { vi: 'ngày làm việc', en: ['working day', 'working days'] },
  calendar_day: { vi: 'ngày', en: ['day', 'days'] },
  month: { vi: 'tháng', en: ['month', 'months'] },
}

/** "4 giờ làm việc", "4 working hours". */
export function describeDuration({ amount, unit }: Duration, locale: Locale): string {
  const { vi, en } = unitNames[unit]
  const [one, other] = en
  const name = locale === 'vi' ? vi : amount === 1 ? one : other
  return `${new Intl.NumberFormat(locale).format(amount)} ${name}`
}

/** Within "for each …": "ngày", "12 giờ"; "day", "12 hours". */
export function describeUnit(each: Duration, locale: Locale): string {
  if (each.amount !== 1) return describeDuration(each, locale)
  const { vi, en } = unitNames[each.unit]
  return locale === 'vi' ? vi : en[0]
}
