import type { WidgetConfig } from '@camket/contracts'
import type { Api } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { ConversationWords, PlainWords, RequestWords } from '../strings/words.ts'

/** What every element of an open panel knows. */
export type Session<Words = RequestWords> = {
  readonly api: Api
  readonly merchant: string
  readonly config: WidgetConfig
  readonly locale: Locale
  readonly words: Words
  /** Says it to screen readers. */
  readonly announce: (text: string) => void
}

/** What those elements know that show a request which was sent. */
export type ConversationSession = Session<PlainWords & RequestWords & ConversationWords>
