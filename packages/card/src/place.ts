import type { Locale } from '@camket/core/vocabulary'
import type { CardWords } from './words/vi.ts'

/** For whom a card is drawn, and when. */
export type Place = {
  readonly locale: Locale
  readonly words: CardWords
  /** Of the merchant. */
  readonly timeZone: string
  readonly now: Date
  /** The request's page on the portal; with its key only for whoever came with the key. */
  readonly pageUrl: string
}
