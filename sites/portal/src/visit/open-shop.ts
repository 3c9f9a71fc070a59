import type { WidgetConfig } from '@camket/contracts'
import { type Api, type Failure, getWidgetConfig } from '@camket/contracts/client'
import type { Locale } from '@camket/core/vocabulary'
import { pathIn } from './address.ts'

/** A merchant as its pages need it, in the language of the page. */
export type Shop = {
  readonly slug: string
  readonly name: string
  readonly locale: Locale
  readonly ownLocale: Locale
  readonly locales: readonly Locale[]
  readonly timeZone: string
  /** Of the public address, such as `https://camket.example`. */
  readonly origin: string
  readonly config: WidgetConfig
  /** The address of one of its pages, in this language unless told another. */
  readonly href: (rest?: string, locale?: Locale) => string
}

/** `language`: as the address names it; without one it is the merchant's own. */
export async function openShop(
  api: Api,
  slug: string,
  language: Locale | undefined,
): Promise<{ readonly ok: true; readonly shop: Shop } | Failure> {
  const found = await getWidgetConfig(api, slug, language ? { locale: language } : {})
  if (!found.ok) return found
  const { value: config } = found
  const { name, locale, locales, timeZone } = config
  const { origin, pathname } = new URL(config.commitmentUrl)
  // The API gives the address of the page in the language asked for: only another language than its own is named there.
  const isOwn = pathname === `/${slug}`
  const ownLocale = isOwn ? locale : (locales.find((other) => other !== locale) ?? locale)
  const href = (rest = '', to: Locale = locale) => pathIn({ slug, ownLocale }, to, rest)
  return { ok: true, shop: { slug, name, locale, ownLocale, locales, timeZone, origin, config, href } }
}
