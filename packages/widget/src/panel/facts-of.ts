import type { Api } from '@camket/contracts/client'
import type { Kind, Locale } from '@camket/core/vocabulary'
import { isSpoken } from '../strings/load-strings.ts'

/** What the page says about the widget, by attributes. */
export type Facts = {
  readonly api: Api
  readonly merchant: string
  readonly isInline: boolean
  /** By attribute or page; without it the merchant's own language is taken. */
  readonly locale?: Locale | undefined
  /** What the panel is headed by, instead of our words. */
  readonly heading?: string | undefined
  /** Those that are offered here, of those that the merchant offers. */
  readonly kinds?: readonly string[] | undefined
  /** The form that opens first. */
  readonly kind?: Kind | undefined
}

/** `fetch` stands in for the browser's own. */
export function factsOf(element: HTMLElement, fetch?: Api['fetch']): Facts {
  const said = (name: string) => element.getAttribute(name) ?? undefined
  const language = (said('locale') ?? element.closest<HTMLElement>('[lang]')?.lang ?? '').slice(0, 2)
  return {
    // The panel comes from where the API is, unless it was built into a merchant's own script.
    api: {
      base: said('api')?.replace(/\/$/, '') ?? new URL(import.meta.url).origin,
      ...(fetch && { fetch }),
    },
    merchant: said('merchant') ?? '',
    isInline: said('mode') === 'inline',
    locale: isSpoken(language) ? (language as Locale) : undefined,
    heading: said('heading'),
    kinds: said('kinds')?.split(/[\s,]+/),
    kind: said('kind') as Kind | undefined,
  }
}
