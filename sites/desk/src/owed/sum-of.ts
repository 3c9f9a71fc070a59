import type { RemedyRow } from '@camket/contracts'
import { describeMoney } from '@camket/core/describe-money'
import type { Locale, Money } from '@camket/core/vocabulary'

/** The sums of a list, each currency by itself: "1.250.000 ₫", "£20 + 50.000 ₫"; empty where none of it is money's worth. */
export function sumOf(rows: readonly Pick<RemedyRow, 'amount'>[], locale: Locale): string {
  const sums = new Map<string, number>()
  for (const { amount } of rows) {
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount)
  }
  return [...sums]
    .map(([currency, amount]): Money => ({ currency, amount }))
    .map((money) => describeMoney(money, locale))
    .join(' + ')
}
