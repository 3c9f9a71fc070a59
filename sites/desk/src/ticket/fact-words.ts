import { describeMoney } from '@camket/core/describe-money'
import type { DeskContext } from '../desk-context.ts'

const sums = new Set(['order_amount', 'item_amount', 'monthly_fee'])

export const isSum = (name: string): boolean => sums.has(name)

/** Sums are noted in the currency's smallest unit and typed in its own: how many digits lie between. */
export function digitsOf(name: string, currency: string): number {
  if (!isSum(name)) return 0
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 0
}

/** A merchant's own number goes by the name that its commitment gives it. */
export function factLabel({ words }: DeskContext, name: string): string {
  return words.change.factNames[name] ?? name.replaceAll('_', ' ')
}

export function factValue({ locale }: DeskContext, name: string, value: number, currency: string): string {
  if (isSum(name)) return describeMoney({ amount: value, currency }, locale)
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB').format(value)
}
