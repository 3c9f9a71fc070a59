import { describe, expect, it } from 'vitest'
import { pathIn, placeOf, preferredLocale } from './address.ts'

describe('an address', () => {
  it.each([
    ['/', { rest: '' }],
    ['/en', { language: 'en', rest: '' }],
    ['/minh-an', { merchant: 'minh-an', rest: '' }],
    ['/minh-an/status/', { merchant: 'minh-an', rest: '/status' }],
    ['/vi/song-xanh/requests/CK-1', { language: 'vi', merchant: 'song-xanh', rest: '/requests/CK-1' }],
    // Another language than ours is a merchant that does not exist.
    ['/fr/minh-an', { merchant: 'fr', rest: '/minh-an' }],
  ])('%s names a language, a merchant and a page', (path, place) => {
    expect(placeOf(path)).toEqual(place)
  })

  it('is short in the merchant’s own language and names any other', () => {
    const shop = { slug: 'song-xanh', ownLocale: 'en' } as const
    expect(pathIn(shop, 'en', '/new')).toBe('/song-xanh/new')
    expect(pathIn(shop, 'vi', '/new')).toBe('/vi/song-xanh/new')
  })

  it('without a language follows the browser, and is Vietnamese when that asks for none of ours', () => {
    expect(preferredLocale('fr-FR, en-GB;q=0.8, vi;q=0.5')).toBe('en')
    expect(preferredLocale('de')).toBe('vi')
    expect(preferredLocale(null)).toBe('vi')
  })
})
