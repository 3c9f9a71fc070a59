import { describeDay } from './describe-day.ts'
import type { Locale } from './vocabulary.ts'

type Known = {
  readonly state: 'covered' | 'expired' | 'excluded' | 'unknown'
  readonly reason: string
  /** Last covered local day, `YYYY-MM-DD`. */
  readonly until?: string | undefined
}

/** Whether a product is under warranty, and what that means for a request; nothing where it cannot be told how to know. */
export function describeCoverage({ state, reason, until }: Known, locale: Locale): string | undefined {
  const isVietnamese = locale === 'vi'
  const day = until && describeDay(until, locale)
  if (state === 'covered') return isVietnamese ? `Còn bảo hành đến ${day}` : `Under warranty until ${day}`
  if (state === 'expired') {
    return isVietnamese
      ? `Hết bảo hành từ ${day}; quý khách vẫn gửi được`
      : `Warranty ended on ${day}; you can still send`
  }
  if (state === 'excluded') {
    return isVietnamese
      ? 'Sản phẩm này không có bảo hành; quý khách vẫn gửi được'
      : 'This product has no warranty; you can still send'
  }
  if (reason !== 'purchase_date_unknown') return undefined
  return isVietnamese
    ? 'Chọn ngày mua để biết còn bảo hành không'
    : 'Choose the date of purchase to see whether it is under warranty'
}
