import type { Locale, Money } from './vocabulary.ts'

/** "50.000 ₫", "£10.34": minor units turned into the currency's own; digits and symbol keep together. */
export function describeMoney({ amount, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  const { maximumFractionDigits: exponent = 0 } = format.resolvedOptions()
  const value = amount / 10 ** exponent
  // Nobody in Vietnam writes the đồng sign first, in whatever language.
  if (currency === 'VND') return `${new Intl.NumberFormat(locale).format(value)}\u00a0₫`
  return format.format(value)
}
