import { env } from 'cloudflare:workers'
import { type Operation, openapi, operations, problem, problems } from '@camket/contracts'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from './app.ts'
import { call, send } from './testing/call.ts'
import { fileRequest } from './testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from './testing/open-shop.ts'
import { testContext } from './testing/test-context.ts'

/** For people and programs that want to know the contract; no part of it. */
const aboutTheContract = ['GET /api/v1/docs', 'GET /api/v1/docs.css', 'GET /api/v1/openapi.json']

const all = Object.entries<Operation>(operations)
const secret = 'D1_ERROR: no such table: customers_2024'
let code = ''

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  code = (await fileRequest()).code
})

afterEach(() => {
  vi.restoreAllMocks()
})

const urlOf = (path: string) =>
  `https://camket.test${path.replace('{merchant}', 'minh-an').replace('{code}', code).replace('{id}', 'att_1')}`

async function problemAt(url: string, init: RequestInit = {}, bindings = {}) {
  const response = await send(new Request(url, init), { bindings })
  return { headers: response.headers, ...problem.parse(await response.json()) }
}

/** A database that answers nothing. */
const broken = {
  DB: new Proxy(env.DB, {
    get: () => () => {
      throw new Error(secret)
    },
  }),
}

describe('the contract', () => {
  it.each(all)('has %s answer at its address', async (_id, { method, path }) => {
    // Signing out is among them.
    const headers = { Cookie: cookieOf('tho.may') }
    const response = await send(new Request(urlOf(path), { method: method.toUpperCase(), headers }))
    const text = await response.text()
    const told =
      response.headers.get('Content-Type') === 'application/problem+json'
        ? problem.parse(JSON.parse(text)).code
        : ''
    expect(['not_found', 'method_not_allowed', 'internal']).not.toContain(told)
  })

  it('names every route that there is', () => {
    const routes = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const stated = all.map(([, { method, path }]) => `${method.toUpperCase()} ${path}`)
    expect([...new Set(routes)].sort()).toEqual([...stated, ...aboutTheContract].sort())
  })

  it('is served as OpenAPI, and as a page that names every operation and problem', async () => {
    const document = await send(new Request('https://camket.test/api/v1/openapi.json'))
    expect(await document.json()).toEqual(openapi(env.PUBLIC_URL))
    const response = await send(new Request('https://camket.test/api/v1/docs'))
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html; charset=utf-8/i)
    const page = await response.text()
    expect(page).not.toMatch(/<script|\sstyle=/)
    for (const [id] of all) expect(page).toContain(`id="${id}"`)
    for (const one of Object.keys(problems)) expect(page).toContain(`id="problem-${one}"`)
  })
})

describe('an address', () => {
  it.each([
    '/',
    '/api',
    '/api/v1',
    '/api/v1/',
    '/api/v1/tickets',
    '/api/v1/merchants/minh-an',
    '/api/v1/orders/7',
    '/wp-login.php',
  ])('%s, where nothing is, says where to look', async (path) => {
    const told = await problemAt(`https://camket.test${path}`)
    expect(told).toMatchObject({ status: 404, code: 'not_found' })
    expect(told.detail).toContain('/api/v1/docs')
    expect(told.type).toBe('https://camket.test/api/v1/docs#problem-not_found')
  })

  it.each(all)('of %s names what it takes when it is sent something else', async (_id, { method, path }) => {
    const told = await problemAt(urlOf(path), { method: 'PATCH', headers: { Cookie: cookieOf('ong.chu') } })
    expect(told).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(told.headers.get('Allow')?.split(', ')).toContain(method.toUpperCase())
  })

  it('takes HEAD where it takes GET, and lists all of its methods', async () => {
    const { headers } = await problemAt('https://camket.test/healthz', { method: 'DELETE' })
    expect(headers.get('Allow')).toBe('GET, HEAD')
    const response = await send(new Request('https://camket.test/healthz', { method: 'HEAD' }))
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('that is no text is nobody’s', async () => {
    for (const path of [
      '/api/v1/tickets/%FF',
      '/api/v1/merchants/%E0%A4%A/commitment',
      '/api/v1/attachments/%00',
    ]) {
      expect((await problemAt(`https://camket.test${path}`)).status).toBe(404)
    }
  })
})

describe('when something breaks', () => {
  it('the answer names the request and tells nothing of the inside; the log has all of it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const told = await problemAt(urlOf('/api/v1/tickets/{code}'), {}, broken)
    expect(told).toMatchObject({ status: 500, code: 'internal' })
    expect(told.requestId).toBe(told.headers.get('X-Request-Id'))
    const { headers: _, ...body } = told
    expect(JSON.stringify(body)).not.toMatch(/D1_ERROR|customers|\.ts|\bat \b/)
    expect(log.mock.calls.flat().map(String).join(' ')).toContain(`${told.requestId} GET`)
    expect(log.mock.calls.flat().map(String).join(' ')).toContain(secret)
  })

  it('the health check says so, and says that all is well again', async () => {
    const told = await problemAt('https://camket.test/healthz', {}, broken)
    expect(told).toMatchObject({ status: 503, code: 'unavailable' })
    expect((await call('getHealth')).value).toEqual({ ok: true })
  })
})
