import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from './vi.ts'

const files: Record<Locale, () => Promise<Strings>> = {
  vi: async () => (await import('./vi.ts')).vi,
  en: async () => (await import('./en.ts')).en,
}

/** The words of one language; each is a file of its own. Rejects when it cannot be fetched. */
export const loadStrings = (locale: Locale): Promise<Strings> => files[locale]()
