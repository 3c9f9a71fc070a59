import { assert } from './assert.ts'
import { addMonths, dayMillis, dayOfDate } from './local-clock.ts'
import type { CoverageState } from './vocabulary.ts'

export type CoverageReason =
  | 'within_term'
  | 'term_over'
  | 'product_excluded'
  | 'product_unknown'
  | 'purchase_date_unknown'
  | 'purchase_date_in_future'

export type Coverage = {
  readonly state: CoverageState
  readonly reason: CoverageReason
  /** Last covered local day, `YYYY-MM-DD`; absent where no term can be computed. */
  readonly until?: string
}

export type WarrantyTerms = {
  readonly warrantyMonths: number
  /** Why the product has no warranty at all. */
  readonly excludedReason?: string | undefined
}

/**
 * Whether a product is under warranty on the day of filing. Days are local days of the merchant, `YYYY-MM-DD`. The
 * term ends with the same-numbered day so many months after the purchase, or that month's last day; that day is
 * still covered (Civil Code of Vietnam 2015, article 148).
 */
export function coverageOf(
  product: WarrantyTerms | undefined,
  purchasedOn: string | undefined,
  filedOn: string,
): Coverage {
  if (!product) return { state: 'unknown', reason: 'product_unknown' }
  if (product.excludedReason !== undefined) return { state: 'excluded', reason: 'product_excluded' }
  if (purchasedOn === undefined) return { state: 'unknown', reason: 'purchase_date_unknown' }
  const purchased = dayNumber(purchasedOn)
  const filed = dayNumber(filedOn)
  if (purchased > filed) return { state: 'unknown', reason: 'purchase_date_in_future' }
  const lastCovered = addMonths(purchased, product.warrantyMonths)
  const until = new Date(lastCovered * dayMillis).toISOString().slice(0, 10)
  return filed <= lastCovered
    ? { state: 'covered', reason: 'within_term', until }
    : { state: 'expired', reason: 'term_over', until }
}

function dayNumber(date: string): number {
  const day = dayOfDate(date)
  assert(day !== undefined, `"${date}" is no day`)
  return day
}
