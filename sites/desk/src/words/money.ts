import type { Locale, Money } from '@camket/core/vocabulary'

/** "50.000 ₫": minor units, by the currency's own number of decimals. */
export function moneyWords({ amount, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0))
}
