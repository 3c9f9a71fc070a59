import type { Locale } from '@camket/core/vocabulary'

/** "97,4 %", "97.4 %": a share that is not whole never shows as whole. */
export function percent(share: number, locale: Locale): string {
  const tag = locale === 'vi' ? 'vi-VN' : 'en-GB'
  const rounded = Math.round(share * 1_000) / 10
  const honest = share < 1 ? Math.min(rounded, 99.9) : rounded
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(honest)
  return `${number}\u00a0%`
}
