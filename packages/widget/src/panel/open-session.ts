import { type Failure, getWidgetConfig, unreachable } from '@camket/contracts/client'
import type { Session } from '../session/session.ts'
import { loadStrings } from '../strings/load-strings.ts'
import type { Facts } from './facts-of.ts'

type Around = Pick<Session, 'announce' | 'emit' | 'flag' | 'known' | 'sdk' | 'allowStorage'>

/** Asks for what a merchant offers, if no `answer` is on its way, and loads the words of the language in which it was answered. */
export async function openSession(
  { api, merchant, locale, heading, kinds }: Facts,
  answer: Promise<Response> | undefined,
  around: Around,
): Promise<Session | Failure> {
  // The words most likely needed come along with the answer rather than after it.
  if (locale) void loadStrings(locale).catch(() => undefined)
  const asked = answer ? { ...api, fetch: () => answer } : api
  const result = await getWidgetConfig(asked, merchant, locale ? { locale } : {})
  if (!result.ok) return result
  const all = result.value
  const config = { ...all, kinds: all.kinds.filter(({ kind }) => !kinds || kinds.includes(kind)) }
  try {
    const words = await loadStrings(config.locale)
    return { ...around, api, merchant, config, locale: config.locale, words, heading }
  } catch (error) {
    return unreachable(error)
  }
}
