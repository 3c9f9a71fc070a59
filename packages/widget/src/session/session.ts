import type { WidgetConfig } from '@camket/contracts'
import type { Api } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { WidgetState } from '../panel/flags.ts'
import type { RequestWords } from '../strings/words.ts'
import type { Host, Known } from '../widget-element/host.ts'

/** What every element of an open panel knows. */
export type Session<Words = RequestWords> = {
  readonly api: Api
  readonly merchant: string
  readonly config: WidgetConfig
  readonly locale: Locale
  readonly words: Words
  /** What the page wants the panel to be headed by. */
  readonly heading?: string | undefined
  /** What the page has told. */
  readonly known: Known
  /** Tells the page of what happened. */
  readonly emit: Host['emit']
  readonly flag: (state: WidgetState, isOn: boolean) => void
  /** What is loaded only when it is needed. */
  readonly sdk: () => Promise<typeof import('../later.ts')>
  /** The customer allows to keep things on this device. */
  readonly allowStorage: () => void
  /** Says it to screen readers. */
  readonly announce: (text: string) => void
}
