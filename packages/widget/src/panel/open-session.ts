import { type Api, type Failure, getWidgetConfig } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import type { Session } from '../session/session.ts'
import { loadStrings } from '../strings/load-strings.ts'

export type PanelOptions = {
  readonly api: Api
  readonly merchant: string
  readonly inline: boolean
  /** By attribute or page; without it the merchant's own language is taken. */
  readonly locale?: Locale
}

/** Asks for what a merchant offers, and loads the words of the language in which it was answered. */
export async function openSession(
  { api, merchant, locale }: PanelOptions,
  announce: (text: string) => void,
): Promise<Session | Failure> {
  // The words most likely needed come along with the answer rather than after it.
  if (locale) void loadStrings(locale).catch(() => undefined)
  const result = await getWidgetConfig(api, merchant, locale ? { locale } : {})
  if (!result.ok) return result
  const config = result.value
  try {
    const words = await loadStrings(config.locale)
    return { api, merchant, config, locale: config.locale, words, announce }
  } catch (error) {
    return { ok: false, problem: { code: 'unreachable', status: 0, detail: String(error) } }
  }
}
