import type { CommitmentDocument } from '@camket/contracts'
import type { Pledge, Remedy } from '@camket/core/commitment'
import { describePledge } from '@camket/core/describe-pledge'
import { describeRemedy } from '@camket/core/describe-remedy'
import type { Locale, Localized } from '@camket/core/vocabulary'
import { textIn } from '../words/text-in.ts'

/** How a page shows a commitment: its language and the version's own address. */
export type Shown = {
  readonly locale: Locale
  readonly origin: string
  /** Of the version, absolute: what never changes under it may be pointed at. */
  readonly url: string
  readonly sentence: (pledge: CommitmentDocument['pledges'][number]) => string
  readonly consequence: (pledge: CommitmentDocument['pledges'][number]) => string | undefined
}

export function shownIn(locale: Locale, origin: string, url: string): Shown {
  return {
    locale,
    origin,
    url,
    sentence: (pledge) => describePledge(pledge as Pledge, locale),
    consequence: ({ remedy }) => remedy && describeRemedy(remedy as Remedy, locale),
  }
}

export const asShown = (text: Localized, { locale }: Pick<Shown, 'locale'>): string => textIn(text, locale)
