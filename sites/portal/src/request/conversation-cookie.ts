import type { Locale } from '@camket/core/vocabulary'

const name = 'camket-key'
const days_max = 30

type Place = {
  /** The request's page in each of the merchant's languages, such as `/minh-an/requests/CK-…`. */
  readonly paths: readonly string[]
  readonly isSecure: boolean
}

/** Where the cookie of a request's conversation holds: its own page alone, in every language. */
export function cookiePlace(
  shop: { readonly locales: readonly Locale[]; readonly href: (rest: string, locale: Locale) => string },
  code: string,
  { protocol }: Pick<URL, 'protocol'>,
): Place {
  const paths = shop.locales.map((locale) => shop.href(`/requests/${code}`, locale))
  return { paths, isSecure: protocol === 'https:' }
}

/** The values of `Set-Cookie` that keep a conversation open on this device. `key` is base64url. */
export const openCookies = (place: Place, key: string): string[] =>
  cookies(place, key, days_max * 24 * 60 * 60)

/** Those that forget it. */
export const closeCookies = (place: Place): string[] => cookies(place, '', 0)

/** The key that the visitor's browser holds for this page. */
export function keyIn(cookieHeader: string | null): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  const [, value] = pairs.find(([key]) => key === name) ?? []
  return value !== undefined && isKey(value) ? value : undefined
}

/** Whether it looks like a key at all: what does not is never sent on, nor put into a header. */
export const isKey = (text: string): boolean => /^[\w-]{1,100}$/.test(text)

function cookies({ paths, isSecure }: Place, value: string, seconds: number): string[] {
  const flags = `Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return paths.map((path) => `${name}=${value}; Path=${path}; ${flags}`)
}
