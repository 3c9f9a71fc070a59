import type { Locale, Money } from '@camket/core/vocabulary'

/** "50.000 ₫": minor units of the currency, as people write it. */
export function moneyWords({ amount, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0
  return format.format(amount / 10 ** digits)
}
