import { env } from 'cloudflare:workers'
import { limits, problem } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, send } from '../testing/call.ts'
import { fileRequest, requestOf, warranty } from '../testing/file-request.ts'
import { openShop, shopOrigin } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

const minhAn = { merchant: 'minh-an' }
const unlisted = 'https://shop.example'
const own = 'https://camket.test'

beforeAll(() => openShop(testContext('2026-10-01T00:00:00Z')))

const file = (headers: Record<string, string>, body: unknown = requestOf()) =>
  call('fileTicket', { at: minhAn, body, idempotencyKey: crypto.randomUUID(), headers })

describe('a page', () => {
  it.each([shopOrigin, own])('of %s may file, and reads the answer', async (origin) => {
    const { status, headers } = await file({ Origin: origin })
    expect(status).toBe(201)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
    expect(headers.get('Vary')).toMatch(/Origin/)
    expect(headers.get('Access-Control-Expose-Headers')).toMatch(/Idempotency-Replayed.*Retry-After/)
    expect(headers.has('Access-Control-Allow-Credentials')).toBe(false)
  })

  it.each([unlisted, `${shopOrigin}:8443`, shopOrigin.replace('https', 'http'), 'null'])(
    'of %s may not, and reads what the merchant has to do',
    async (origin) => {
      const { problem: told, headers } = await file({ Origin: origin })
      expect(told).toMatchObject({ status: 403, code: 'origin_not_allowed' })
      expect(told.detail).toContain(`"${origin}"`)
      expect(told.detail).toContain('Điện máy Minh An')
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
    },
  )

  it('of a site that is not listed reads no request either, even with its key', async () => {
    const { code, key } = await fileRequest()
    const headers = { Origin: unlisted }
    expect((await call('getTicket', { at: { code }, headers })).problem.code).toBe('origin_not_allowed')
    expect((await call('getTicket', { at: { code }, key, headers })).problem.code).toBe('origin_not_allowed')
    const message = { at: { code }, key, headers, body: { text: 'A' } }
    expect((await call('sendMessage', message)).problem.code).toBe('origin_not_allowed')
    const listed = await call('getTicket', { at: { code }, key, headers: { Origin: shopOrigin } })
    expect(listed.headers.get('Access-Control-Allow-Origin')).toBe(shopOrigin)
  })

  it('may ask beforehand with which headers it may send', async () => {
    for (const path of ['/merchants/minh-an/tickets', '/tickets/CK-0000-0000-0000/messages']) {
      const response = await send(
        new Request(`https://camket.test/api/v1${path}`, {
          method: 'OPTIONS',
          headers: { Origin: unlisted },
        }),
      )
      expect([response.status, await response.text()]).toEqual([204, ''])
      expect(response.headers.get('Access-Control-Allow-Methods')).toMatch(/POST/)
      for (const name of ['Content-Type', 'Authorization', 'Idempotency-Key']) {
        expect(response.headers.get('Access-Control-Allow-Headers')).toContain(name)
      }
    }
  })

  it('reads errors too, whatever went wrong', async () => {
    const headers = { Origin: shopOrigin }
    for (const { headers: answered } of [await file(headers, '{'), await file(headers, {})]) {
      expect(answered.get('Access-Control-Allow-Origin')).toBe(shopOrigin)
    }
  })
})

describe('a body', () => {
  const codeOf = async (body: unknown, headers: Record<string, string> = {}) => {
    const { status, problem: told } = await file(headers, body)
    return `${status} ${told.code}`
  }

  it('is JSON', async () => {
    for (const body of ['{', '', '{"a":1}}', "{'a':1}"])
      expect(await codeOf(body), body).toBe('400 malformed_json')
    expect(await codeOf('[]')).toBe('422 invalid_body')
    expect(await codeOf('null')).toBe('422 invalid_body')
  })

  it('says that it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonish']) {
      expect(await codeOf(warranty, { 'Content-Type': type }), type).toBe('415 media_type_not_accepted')
    }
    const { status } = await file({ 'Content-Type': 'application/json; charset=UTF-8' })
    expect(status).toBe(201)
  })

  it('is UTF-8', async () => {
    const bytes = new TextEncoder().encode('{"a":"Đ"}')
    bytes[7] = 0xff
    const response = await post(bytes)
    expect(problem.parse(await response.json()).code).toBe('malformed_json')
  })

  it('is read up to its limit and no further, whatever its length is said to be', async () => {
    expect(await codeOf(JSON.stringify({ a: 'x'.repeat(limits.json_body_bytes_max) }))).toBe(
      '413 body_too_large',
    )
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20))
      },
    })
    const response = await post(endless)
    expect(problem.parse(await response.json()).code).toBe('body_too_large')
    expect(pulled).toBeLessThan(20)
  })

  const post = (body: BodyInit) =>
    send(
      new Request('https://camket.test/api/v1/merchants/minh-an/tickets', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
      }),
    )
})

/** How many calls were let through; a period that ends in between lets through twice the limit at most. */
async function countUntilLimited<T extends { status: number }>(limit: number, ask: () => Promise<T>) {
  const atOnce = limit / 10
  for (let count = 0; count <= 2 * limit; count += atOnce) {
    const answers = await Promise.all(Array.from({ length: atOnce }, ask))
    const refused = answers.find(({ status }) => status === 429)
    if (!refused) continue
    expect(count).toBeGreaterThanOrEqual(limit)
    return refused
  }
  throw new Error('Nothing was limited')
}

describe('an address of the network', () => {
  it('that files too often is told when to come again; others are not hindered', async () => {
    const mine = { 'CF-Connecting-IP': '198.51.100.7' }
    const { problem: told, headers } = await countUntilLimited(30, () => file(mine, {}))
    expect([told.code, headers.get('Retry-After')]).toEqual(['rate_limited', '60'])
    expect((await file({ 'CF-Connecting-IP': '198.51.100.8' })).status).toBe(201)
    const elsewhere = { at: { merchant: 'song-xanh' }, body: {}, idempotencyKey: 'k', headers: mine }
    expect((await call('fileTicket', elsewhere)).status).toBe(422)
  })

  it('of IPv6 is one with all that its owner can take, and no other', async () => {
    let count = 0
    const next = () => file({ 'CF-Connecting-IP': `2001:db8:0:7::${(++count).toString(16)}` }, {})
    expect((await countUntilLimited(30, next)).problem.code).toBe('rate_limited')
    expect((await file({ 'CF-Connecting-IP': '2001:DB8::7:1:2:3:4' }, {})).status).toBe(429)
    expect((await file({ 'CF-Connecting-IP': '2001:db8:0:8::1' })).status).toBe(201)
  })

  it('that looks up too often is told so, and the page may read it', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.9', Origin: shopOrigin }
    const at = { code: 'CK-0000-0000-0001' }
    const last = await countUntilLimited(300, () => call('getTicket', { at, headers }))
    expect(last.problem.code).toBe('rate_limited')
    expect(last.headers.get('Access-Control-Allow-Origin')).toBe(shopOrigin)
  })

  it('can not have a mailbox flooded from many addresses', async () => {
    const body = { code: 'CK-0000-0000-0000', email: 'a@example.com' }
    await countUntilLimited(10, () => call('requestLostKey', { at: minhAn, body }))
  })
})

describe('every answer', () => {
  it('is kept by nobody and made into no page, unless its route says so', async () => {
    const { code } = await fileRequest()
    const expected = {
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    }
    for (const { headers } of [
      await call('getTicket', { at: { code } }),
      await call('getTicket', { at: { code: 'x' } }),
      await call('getHealth'),
    ]) {
      expect(Object.fromEntries(headers)).toMatchObject(expected)
      expect(headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/)
    }
  })

  it('to somebody without a session or key says by what one is let in', async () => {
    const { code } = await fileRequest()
    for (const { status, headers } of [
      await call('getInbox'),
      await call('getTicket', { at: { code }, key: 'wrong' }),
    ]) {
      expect([status, headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
    }
    expect(env.PUBLIC_URL).toBe(own)
  })
})
