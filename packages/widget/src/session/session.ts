import type { WidgetConfig } from '@camket/contracts'
import type { Api } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { Strings } from '../strings/vi.ts'

/** What every element of an open panel knows. */
export type Session = {
  readonly api: Api
  readonly merchant: string
  readonly config: WidgetConfig
  readonly locale: Locale
  readonly words: Strings
  /** Says it to screen readers. */
  readonly announce: (text: string) => void
}
