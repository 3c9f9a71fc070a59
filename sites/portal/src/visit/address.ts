import { type Locale, locales } from '@camket/core/vocabulary'

export type Place = {
  /** The language that the address begins with, if it does. */
  readonly language?: Locale
  /** Absent on the pages of the deployment itself. */
  readonly merchant?: string
  /** What follows the merchant, such as `/status`, without a slash at its end. */
  readonly rest: string
}

/** What a path names: `/minh-an/status`, `/en/minh-an/status`, `/en`. No merchant's name is as short as a language's. */
export function placeOf(pathname: string): Place {
  const parts = pathname.split('/').filter((part) => part !== '')
  const language = locales.find((locale) => locale === parts[0])
  const [merchant, ...rest] = language ? parts.slice(1) : parts
  return {
    ...(language && { language }),
    ...(merchant !== undefined && { merchant }),
    rest: rest.map((part) => `/${part}`).join(''),
  }
}

/** Where a merchant's page stands in a language: its own language has the short address. */
export function pathIn(
  { slug, ownLocale }: { readonly slug: string; readonly ownLocale: Locale },
  locale: Locale,
  rest = '',
): string {
  return `${locale === ownLocale ? '' : `/${locale}`}/${slug}${rest}`
}

/** The language that the visitor's browser asks for first, of those that we have. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const asked = (acceptLanguage ?? '').split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((tag) => locales.filter((locale) => locale === tag))[0] ?? 'vi'
}
