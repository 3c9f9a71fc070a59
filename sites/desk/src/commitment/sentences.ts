import type { Pledge } from '@camket/core'
import { describePledge } from '@camket/core/describe-pledge'
import { describeRemedy } from '@camket/core/describe-remedy'
import type { Locale } from '@camket/core/vocabulary'

/**
 * The sentence that a pledge makes, with what is owed; undefined while too much of it is missing for one.
 * What is typed is anything: whoever makes sentences may rely on whole pledges, so it is asked and not believed.
 */
export function sentenceOf(pledge: unknown, locale: Locale): string | undefined {
  try {
    const whole = pledge as Pledge
    if (!Number.isInteger(whole.within.amount) || !whole.for) return undefined
    return `${describePledge(whole, locale)}.`
  } catch {
    return undefined
  }
}

/** What a pledge owes, as one sentence; undefined where it owes nothing, or while that is not said yet. */
export function remedySentenceOf(pledge: unknown, locale: Locale): string | undefined {
  try {
    const { remedy } = pledge as Pledge
    const sentence = remedy && describeRemedy(remedy, locale)
    return sentence && /NaN|undefined/.test(sentence) ? undefined : sentence
  } catch {
    return undefined
  }
}
