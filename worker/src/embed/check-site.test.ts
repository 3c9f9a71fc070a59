import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { cookieOf, openShop, shopOrigin, signStaffIn } from '../testing/open-shop.ts'
import { setUp } from '../testing/set-up-embed.ts'
import { testContext } from '../testing/test-context.ts'
import { checkSite } from './check-site.ts'

const other = 'https://other.minh-an.example'
const script = (merchant: string, more = '') =>
  `<script async src="https://camket.test/w/camket.js" data-merchant="${merchant}"${more}></script>`

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  const allowedOrigins = [shopOrigin, other, 'http://localhost:8788', 'https://10.0.0.7', 'https://nas.local']
  expect((await setUp({ allowedOrigins })).status).toBe(200)
})

type Site = (request: Request) => Response | Promise<Response>
const page = (html: string, headers: Record<string, string> = {}) =>
  new Response(`<!doctype html><title>A</title>${html}`, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  })

/** Checks a page of a site that answers so; what it was asked for. */
async function check(url: string, site: Site) {
  const asked: string[] = []
  const OUTSIDE = {
    fetch: async (request: Request) => {
      asked.push(request.url)
      return site(request)
    },
  }
  const cookie = cookieOf('ong.chu')
  const answer = await call('checkSite', {
    body: { url },
    cookie,
    bindings: { OUTSIDE },
  })
  return { asked, problem: () => answer.problem, value: () => answer.value }
}

const seen = async (html: string, headers: Record<string, string> = {}) =>
  (await check(`${shopOrigin}/tu-lanh`, () => page(html, headers))).value()

describe('a check of a site', () => {
  it('finds the snippet, of whichever version, and the element', async () => {
    expect(await seen(script('minh-an'))).toEqual({
      url: `${shopOrigin}/tu-lanh`,
      state: 'found',
      status: 200,
      merchants: ['minh-an'],
      blocked: [],
    })
    const pinned = script('minh-an').replace('/w/camket.js', '/w/1.2.3/camket.js')
    expect(await seen(pinned)).toMatchObject({ state: 'found' })
    const element =
      '<script src="https://camket.test/w/camket.js"></script><camket-widget merchant="minh-an">'
    expect(await seen(element)).toMatchObject({ state: 'found', merchants: ['minh-an'] })
  })

  it('says whose widget it is when it is another’s, and that there is none', async () => {
    expect(await seen(script('song-xanh'))).toMatchObject({
      state: 'other_merchant',
      merchants: ['song-xanh'],
    })
    expect(await seen('<p>camket.js</p>')).toMatchObject({ state: 'not_found', merchants: [] })
    const elsewhere = '<script src="https://evil.example/w/camket.js" data-merchant="minh-an"></script>'
    expect(await seen(elsewhere)).toMatchObject({ state: 'not_found' })
  })

  it.each([
    ["default-src 'self'", ['script-src', 'connect-src', 'img-src']],
    ["default-src 'self'; script-src https://camket.test; connect-src https:; img-src *", []],
    ["script-src 'nonce-a'; connect-src *.camket.test camket.test", []],
    ["script-src 'strict-dynamic' https://camket.test", ['script-src']],
    ["connect-src 'none'", ['connect-src']],
    ['script-src https://camket.test:8443', ['script-src']],
    ["default-src *, script-src 'self'", ['script-src']],
    ['object-src https:', []],
  ])('under the policy %s names what is blocked: %j', async (policy, expected) => {
    const nonce = policy.includes('nonce-') ? ' nonce="a"' : ''
    const blocked = expected.map((directive) => ({ directive, source: 'https://camket.test' }))
    const inHeader = await seen(script('minh-an', nonce), { 'Content-Security-Policy': policy })
    expect(inHeader.blocked).toEqual(blocked)
    if (policy.includes(', ')) return
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
    expect((await seen(meta + script('minh-an', nonce))).blocked).toEqual(blocked)
  })

  it.each([
    ['https://elsewhere.example', 'origin_not_listed'],
    [`${shopOrigin}:8443`, 'origin_not_listed'],
    [shopOrigin.replace('https', 'http'), 'https_needed'],
    ['http://localhost:8788', 'private_address'],
    ['https://10.0.0.7', 'private_address'],
    ['https://169.254.169.254/latest', 'private_address'],
    ['https://[::1]', 'private_address'],
    ['https://nas.local', 'private_address'],
    ['https://intranet', 'private_address'],
    ['file:///etc/passwd', 'private_address'],
  ])('asks nobody at %s', async (url, code) => {
    const { asked, problem } = await check(url, () => page(script('minh-an')))
    expect(asked).toEqual([])
    expect(problem().errors).toMatchObject([{ pointer: '/url', code }])
  })

  it('asks the developer’s own machine where this is one', async () => {
    const publicUrl = 'http://localhost:8787'
    const url = 'http://localhost:8788/'
    const html = script('minh-an').replace('https://camket.test', publicUrl)
    const shop = { slug: 'minh-an', allowedOrigins: ['http://localhost:8788'] }
    const asked: string[] = []
    const fetch = async (request: Request) => {
      asked.push(request.url)
      return page(html)
    }
    expect((await checkSite(shop, url, { publicUrl, fetch })).state).toBe('found')
    expect(asked).toEqual([url])
  })

  it('follows a redirect to a listed site, and to no other', async () => {
    const to =
      (where: string): Site =>
      ({ url }) =>
        url.startsWith(other) ? page(script('minh-an')) : Response.redirect(where, 302)
    expect((await check(shopOrigin, to(`${other}/vi`))).value()).toMatchObject({
      url: `${other}/vi`,
      state: 'found',
    })
    const led = await check(shopOrigin, to('http://169.254.169.254/'))
    expect([led.value().state, led.asked]).toEqual(['unreachable', [`${shopOrigin}/`]])
    const round = await check(shopOrigin, to(`${shopOrigin}/again`))
    expect([round.value().state, round.asked.length]).toEqual(['unreachable', 4])
  })

  it('says what else was found: no page, an error, nobody', async () => {
    expect((await check(shopOrigin, () => Response.json({}))).value().state).toBe('no_page')
    expect((await check(shopOrigin, () => new Response('', { status: 503 }))).value()).toMatchObject({
      state: 'no_page',
      status: 503,
    })
    const nobody = () => Promise.reject(new Error('Network connection lost.'))
    expect((await check(shopOrigin, nobody)).value().state).toBe('unreachable')
  })

  it('reads no further than a page may be long', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new TextEncoder().encode('<p>a</p>'.repeat(8_192)))
      },
    })
    const { value } = await check(
      shopOrigin,
      () => new Response(endless, { headers: { 'Content-Type': 'text/html' } }),
    )
    expect(value().state).toBe('not_found')
    expect(sent).toBeLessThan(100)
  })
})
