import type { FactCondition } from './commitment.ts'
import type { Locale } from './vocabulary.ts'

/** What people call the numbers that many pledges are computed with; a merchant's own are read from their names. */
const names: Record<Locale, { readonly [fact: string]: string }> = {
  vi: {
    order_amount: 'giá trị đơn hàng',
    item_amount: 'giá sản phẩm',
    monthly_fee: 'phí hằng tháng',
    distance_km: 'quãng đường',
    arrival_delay_minutes: 'thời gian đến trễ',
    uptime_basis_points: 'tỷ lệ thời gian hoạt động',
    failed_repairs: 'số lần sửa không được',
  },
  en: {
    order_amount: 'the price of the order',
    item_amount: 'the price of the item',
    monthly_fee: 'the monthly fee',
    distance_km: 'the distance',
    arrival_delay_minutes: 'the delay on arrival',
    uptime_basis_points: 'the uptime',
    failed_repairs: 'the number of failed repairs',
  },
}

const units: readonly (readonly [ending: string, unit: Record<Locale, string>, scale: number])[] = [
  ['_km', { vi: ' km', en: ' km' }, 1],
  ['_minutes', { vi: ' phút', en: ' minutes' }, 1],
  ['_hours', { vi: ' giờ', en: ' hours' }, 1],
  ['_days', { vi: ' ngày', en: ' days' }, 1],
  ['_percent', { vi: '%', en: '%' }, 1],
  ['_basis_points', { vi: '%', en: '%' }, 100],
]

/** "quãng đường", "the distance"; of a merchant's own number the words of its name. */
export function factName(fact: string, locale: Locale): string {
  const ending = units.find(([end]) => fact.endsWith(end))?.[0] ?? ''
  return names[locale][fact] ?? fact.slice(0, fact.length - ending.length).replaceAll('_', ' ')
}

/** "1.500 km", "99.5%": the unit is the last word of the number's name. */
export function describeFactValue(fact: string, value: number, locale: Locale): string {
  const [, unit, scale] = units.find(([end]) => fact.endsWith(end)) ?? ['', { vi: '', en: '' }, 1]
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value / scale)}${unit[locale]}`
}

/** "số lần sửa không được từ 3 trở lên", "the uptime is below 99.9%". */
export function describeCondition({ fact, atLeast, below }: FactCondition, locale: Locale): string {
  const name = factName(fact, locale)
  const value = describeFactValue(fact, atLeast ?? below ?? 0, locale)
  if (locale === 'vi') return atLeast === undefined ? `${name} dưới ${value}` : `${name} từ ${value} trở lên`
  return atLeast === undefined ? `${name} is below ${value}` : `${name} is ${value} or more`
}
