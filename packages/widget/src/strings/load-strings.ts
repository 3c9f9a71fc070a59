import type { Locale } from '@camket/core/vocabulary'
import type { ExtraWords, RequestWords } from './words.ts'

// The query makes each part of a language a module, and so a file, of its own (vite.config.ts).
const requests = import.meta.glob<RequestWords>('./??.ts', { import: 'request', query: '?request' })
const extras = import.meta.glob<ExtraWords>('./??.ts', { import: 'extra', query: '?extra' })

/** Whether there are words in a language, such as `vi`. */
export const isSpoken = (language: string): boolean => `./${language}.ts` in requests

/** What one language says of itself; what the Worker draws brings its own words. Rejects when it cannot be fetched. */
export const loadStrings = (locale: Locale): Promise<RequestWords> => load(requests, locale)

/** What it says of that which only some forms have. Rejects when it cannot be fetched. */
export const loadExtraStrings = (locale: Locale): Promise<ExtraWords> => load(extras, locale)

function load<T>(files: Record<string, () => Promise<T>>, locale: Locale): Promise<T> {
  const file = files[`./${locale}.ts`]
  return file ? file() : Promise.reject(new Error(`There are no words of "${locale}".`))
}
