import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startShop } from './shop-server.ts'

let shop: Awaited<ReturnType<typeof startShop>>

beforeAll(async () => {
  shop = await startShop(0, () => 'http://localhost:18787')
})
afterAll(() => shop.stop())

/** fetch() would tidy the path up before it is sent. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(shop.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

describe('the demo shop', () => {
  it.each([
    ['/', 'minh-an'],
    ['/tu-lanh-frosty-260', 'minh-an'],
    ['/song-xanh', 'song-xanh'],
  ])('embeds the widget by exactly one script tag on %s, for %s', async (path, merchant) => {
    const html = await (await fetch(shop.url + path)).text()
    expect(html.match(/<script[^>]*>/g)).toEqual([
      `<script async src="http://localhost:18787/w/camket.js" data-merchant="${merchant}">`,
    ])
    expect(html).not.toContain('{CAMKET}')
    expect(html).not.toMatch(/ style=|<style/)
  })

  it('has the strict policy that merchants have', async () => {
    const policy = (await fetch(shop.url)).headers.get('content-security-policy')
    expect(policy).toBe(
      "default-src 'self'; script-src 'self' http://localhost:18787; connect-src 'self' http://localhost:18787; " +
        "img-src 'self' http://localhost:18787; style-src 'self'; require-trusted-types-for 'script'; " +
        "base-uri 'none'; object-src 'none'",
    )
  })

  it.each([
    '/../../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/nope',
  ])('serves nothing from outside its folder for %s', async (path) => {
    expect(await statusOf(path)).toBe(404)
  })
})
