import type { Locale } from '@camket/core/vocabulary'

/** For when not even a language file could be fetched. */
export const noWords: Record<Locale, { loading: string; failed: string; retry: string; close: string }> = {
  vi: {
    loading: 'Đang tải…',
    failed: 'Chưa mở được. Kiểm tra mạng rồi thử lại.',
    retry: 'Thử lại',
    close: 'Đóng',
  },
  en: {
    loading: 'Loading…',
    failed: 'Could not be opened. Check your connection, then try again.',
    retry: 'Try again',
    close: 'Close',
  },
}
