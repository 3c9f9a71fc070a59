import type { CommitmentDocument } from '@camket/contracts'
import type { FactCondition, Pledge, Remedy } from '@camket/core/commitment'
import { describeCondition } from '@camket/core/describe-fact'
import { describePledge } from '@camket/core/describe-pledge'
import { describePromise } from '@camket/core/describe-promise'
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
  /** The sentence with what is owed otherwise. */
  readonly promise: (pledge: CommitmentDocument['pledges'][number]) => string
  /** With which it is missed at once. */
  readonly condition: (pledge: CommitmentDocument['pledges'][number]) => string | undefined
  readonly consequence: (pledge: CommitmentDocument['pledges'][number]) => string | undefined
}

export function shownIn(locale: Locale, origin: string, url: string): Shown {
  return {
    locale,
    origin,
    url,
    sentence: (pledge) => describePledge(pledge as Pledge, locale),
    promise: (pledge) => describePromise(pledge as Pledge, locale),
    condition: ({ missedWhen }) => missedWhen && describeCondition(missedWhen as FactCondition, locale),
    consequence: ({ remedy }) => remedy && describeRemedy(remedy as Remedy, locale),
  }
}

export const asShown = (text: Localized, { locale }: Pick<Shown, 'locale'>): string => textIn(text, locale)
