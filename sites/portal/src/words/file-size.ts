import type { Locale } from '@camket/core/vocabulary'

/** "340 kB", "1,2 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
  const value = unit === 'kilobyte' ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1_000_000
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', options).format(value)
}
