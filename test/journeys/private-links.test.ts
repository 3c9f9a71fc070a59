import { expect, test } from 'vitest'
import { filed, url } from './over-urls.ts'

test('nothing keeps a private link on its way: not the exchange, not the move to the address in the right language', async () => {
  const { code, key } = await filed()
  const path = `/minh-an/requests/${code}`
  for (const [asked, status, to] of [
    [`${path}?key=${key}`, 303, path],
    // Vietnamese is the merchant's own language, which stands at the short address.
    [`/vi${path}?key=${key}`, 301, `${path}?key=${key}`],
    [`${path.toLowerCase()}?key=${key}`, 302, `${path}?key=${key}`],
  ] as const) {
    const { headers, status: answered } = await fetch(url + asked, { redirect: 'manual' })
    expect([answered, headers.get('Location')], asked).toEqual([status, to])
    expect(Object.fromEntries(headers), asked).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
  }
})
