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
  const day = until && dayOf(until, locale)
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

/** "1/5/2028", "1 May 2028". */
const dayOf = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    day: 'numeric',
    month: locale === 'vi' ? 'numeric' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
