import { describe, expect, it } from 'vitest'
import { pathIn } from '../visit/address.ts'
import { closeCookies, cookiePlace, isKey, keyIn, openCookies } from './conversation-cookie.ts'

const shop = {
  locales: ['vi', 'en'],
  href: (rest: string, locale: 'vi' | 'en') => pathIn({ slug: 'minh-an', ownLocale: 'vi' }, locale, rest),
} as const
const code = 'CK-7F3K-9M2Q-XA4D'

describe('the cookie of a conversation', () => {
  it('is sent to that request’s page alone, in both languages, and read by no script', () => {
    const place = cookiePlace(shop, code, new URL('https://camket.example/'))
    expect(openCookies(place, 'k_1-')).toEqual([
      `camket-key=k_1-; Path=/minh-an/requests/${code}; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure`,
      `camket-key=k_1-; Path=/en/minh-an/requests/${code}; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure`,
    ])
  })

  it('is forgotten at the same places', () => {
    const place = cookiePlace(shop, code, new URL('http://localhost:8787/'))
    expect(closeCookies(place)).toEqual([
      `camket-key=; Path=/minh-an/requests/${code}; Max-Age=0; HttpOnly; SameSite=Lax`,
      `camket-key=; Path=/en/minh-an/requests/${code}; Max-Age=0; HttpOnly; SameSite=Lax`,
    ])
  })

  it('is found among others, and nothing that could not be a key is taken', () => {
    expect(keyIn('other=1; camket-key=abc-_9; more=2')).toBe('abc-_9')
    expect(keyIn('xcamket-key=abc')).toBeUndefined()
    expect(keyIn('camket-key=')).toBeUndefined()
    expect(keyIn(null)).toBeUndefined()
    expect(isKey('a\r\nSet-Cookie: b')).toBe(false)
  })
})
