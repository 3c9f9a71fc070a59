import type { Locale } from '@camket/core/vocabulary'
import type { PlainWords } from './words.ts'

const files = import.meta.glob<PlainWords>('./??.ts', { eager: true, import: 'plain', query: '?plain' })

/** Whether there are words in a language, such as `vi`. */
export const isSpoken = (language: string): boolean => `./${language}.ts` in files

/** The few words that come with the panel itself. */
export const plainWords = (locale: Locale): PlainWords => files[`./${locale}.ts`] as PlainWords
