import type { Locale } from '@camket/core/vocabulary'
import { en } from './en.ts'
import { type Strings, vi } from './vi.ts'

const strings: Record<Locale, Strings> = { vi, en }

export const stringsIn = (locale: Locale): Strings => strings[locale]
