import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../app.ts'
import type { Env } from '../env.ts'
import { cookiesOf } from '../testing/sign-in-as.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { addStaff } from './add-staff.ts'

const context = testContext(Date.now())

type Mail = { to: string; subject: string; text: string }
type Call = { body?: unknown; cookie?: string; headers?: Record<string, string>; env?: Partial<Env> }

const mails: Mail[] = []

/** Each test has a person and an address of the network to itself, so that none uses up another's limits. */
let lan = ''
let address = ''
let tests = 0

beforeAll(async () => {
  await storeMerchant(context, { id: 'mer_minh_an', slug: 'minh-an' })
})

beforeEach(async () => {
  tests += 1
  lan = `lan${tests}@minh-an.example`
  address = `203.0.113.${tests}`
  await addStaff(context, { merchantId: 'mer_minh_an', name: 'Trần Thị Lan', email: lan, role: 'owner' })
})

afterEach(() => {
  vi.useRealTimers()
  mails.length = 0
})

/** One request, and all that it does after its answer. */
async function call(method: string, path: string, { body, cookie, headers, env: changed }: Call = {}) {
  const ctx = createExecutionContext()
  const request = new Request(`https://camket.test/api/v1/desk${path}`, {
    method,
    headers: {
      'CF-Connecting-IP': address,
      ...(cookie && { Cookie: cookie }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const mailbox = { ...env, ...changed, EMAIL: { send: async (mail: Mail) => void mails.push(mail) } }
  const response = await app.fetch(request, mailbox, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

const requestLink = (email: string, more: Call = {}) =>
  call('POST', '/auth/sign-in-links', { ...more, body: { email } })
const redeem = (token: string, more: Call = {}) => call('POST', '/auth/session', { ...more, body: { token } })
const me = (cookie: string, more: Call = {}) => call('GET', '/me', { ...more, cookie })

async function mailedToken(email = lan, more: Call = {}): Promise<string> {
  await requestLink(email, more)
  const token = /\/desk\/sign-in#token=(\w+)/.exec(mails.at(-1)?.text ?? '')?.[1]
  if (!token) throw new Error(`No link in ${JSON.stringify(mails)}`)
  return token
}

async function signIn(email = lan, more: Call = {}): Promise<string> {
  return cookiesOf(await redeem(await mailedToken(email, more), more))
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

async function countOf(table: 'session' | 'verification' | 'outbox'): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? -1
}

describe('signing in', () => {
  it('goes by mail: link, token, session, and out again', async () => {
    const asked = await requestLink(lan)
    expect(asked.status).toBe(202)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toBe(lan)
    const token = /https:\/\/camket\.test\/desk\/sign-in#token=(\w{32})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    const redeemed = await redeem(token)
    expect(redeemed.status).toBe(204)
    const cookie = cookiesOf(redeemed)
    const answer = await me(cookie)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ staff: { name: 'Trần Thị Lan', email: lan, role: 'owner' } })
    const out = await call('DELETE', '/auth/session', { cookie })
    expect(out.status).toBe(204)
    expect(cookiesOf(out)).toMatch(/session_token=;/)
    const after = await me(cookiesOf(out))
    expect([after.status, await codeOf(after)]).toEqual([401, 'sign_in_needed'])
  })

  it('needs no exact spelling of the address', async () => {
    expect((await me(await signIn(lan.toUpperCase()))).status).toBe(200)
  })

  it('tells nobody whose address is known', async () => {
    await addStaff(context, {
      merchantId: 'mer_minh_an',
      name: 'Đi',
      email: 'left@minh-an.example',
      role: 'staff',
    })
    await env.DB.prepare(
      "UPDATE member SET deactivated_at = 1 WHERE user_id IN (SELECT id FROM user WHERE email = 'left@minh-an.example')",
    ).run()
    const before = [await countOf('verification'), await countOf('outbox')]
    const seen = await Promise.all(
      ['nobody@minh-an.example', 'left@minh-an.example', lan].map(async (email) => {
        const response = await requestLink(email)
        const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
        return { status: response.status, headers, body: await response.text() }
      }),
    )
    expect(seen[0]).toEqual(seen[2])
    expect(seen[1]).toEqual(seen[2])
    expect(mails.map(({ to }) => to)).toEqual([lan])
    expect([await countOf('verification'), await countOf('outbox')]).toEqual(before.map((count) => count + 1))
  })

  it('has the mail written in the language asked for, else in the merchant’s', async () => {
    await requestLink(lan)
    await call('POST', '/auth/sign-in-links', { body: { email: lan, locale: 'en' } })
    const [own, english] = mails
    expect(own?.subject).not.toBe(english?.subject)
    expect(english?.text).toMatch(/sign in/i)
  })

  it('works once for a link, also when it is sent twice at the same instant', async () => {
    const token = await mailedToken()
    const before = await countOf('session')
    const statuses = (await Promise.all([redeem(token), redeem(token), redeem(token)])).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([204, 401, 401])
    expect(await countOf('session')).toBe(before + 1)
    expect(await codeOf(await redeem(token))).toBe('sign_in_link_invalid')
  })

  it('works up to the last millisecond of a link’s time, and not one longer', async () => {
    const start = Date.now()
    const lifeMillis = limits.sign_in_link_minutes * 60_000
    vi.useFakeTimers({ toFake: ['Date'], now: start })
    const [early, late] = [await mailedToken(), await mailedToken()]
    vi.setSystemTime(start + lifeMillis)
    expect((await redeem(early)).status).toBe(204)
    vi.setSystemTime(start + lifeMillis + 1)
    expect((await redeem(late)).status).toBe(401)
  })

  it.each(['', 'x', 'A'.repeat(32), "' OR 1=1 --", 'magic-link:'])(
    'is refused for the token %j',
    async (token) => {
      const response = await redeem(token)
      expect([401, 422]).toContain(response.status)
      expect(response.headers.getSetCookie()).toEqual([])
    },
  )

  it('keeps no token that could be used by whoever reads the database', async () => {
    const token = await mailedToken()
    for (const table of ['verification', 'outbox']) {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(results)).not.toContain(token)
    }
  })

  it('says in problem details what is wrong with a body', async () => {
    const response = await call('POST', '/auth/sign-in-links', { body: { email: 'no address', x: 1 } })
    expect(response.status).toBe(422)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/email', '/x'])
  })

  it('opens nothing else of the sign-in library', async () => {
    const token = await mailedToken()
    for (const [method, path] of [
      ['GET', `/auth/magic-link/verify?token=${token}`],
      ['GET', '/auth/get-session'],
      ['POST', '/auth/sign-in/magic-link'],
      ['POST', '/auth/sign-up/email'],
      ['POST', '/auth/organization/create'],
      ['POST', '/auth/update-user'],
    ] as const) {
      expect((await call(method, path, method === 'POST' ? { body: {} } : {})).status, path).toBe(404)
    }
    expect((await redeem(token)).status).toBe(204)
  })
})

describe('a session', () => {
  const attributesOf = (cookie: string) => cookie.split('; ').slice(1).sort()

  it('is held by cookies that no script, no other site and no page outside of the desk’s API sees', async () => {
    const cookies = (await redeem(await mailedToken())).headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-/)
      expect(attributesOf(cookie)).toEqual(
        expect.arrayContaining(['HttpOnly', 'Path=/api/v1/desk', 'SameSite=Lax', 'Secure']),
      )
    }
    expect(cookies[0]).toContain(`Max-Age=${limits.session_days * 86_400}`)
  })

  it('works without TLS on a developer’s machine', async () => {
    const local = { env: { PUBLIC_URL: 'http://localhost:8787' } }
    const redeemed = await redeem(await mailedToken(lan, local), local)
    expect(redeemed.headers.getSetCookie().join()).not.toMatch(/Secure/)
    expect((await me(cookiesOf(redeemed), local)).status).toBe(200)
  })

  it('is over everywhere at once when it is ended, also for a copy of its cookies', async () => {
    const cookie = await signIn()
    await call('DELETE', '/auth/session', { cookie })
    expect((await me(cookie)).status).toBe(401)
  })

  it('gives a person who was deactivated nothing more', async () => {
    const email = 'minh@minh-an.example'
    const id = await addStaff(context, { merchantId: 'mer_minh_an', name: 'Minh', email, role: 'staff' })
    const cookie = await signIn(email)
    expect((await me(cookie)).status).toBe(200)
    await env.DB.prepare('UPDATE member SET deactivated_at = ? WHERE id = ?').bind(Date.now(), id).run()
    expect((await me(cookie)).status).toBe(401)
    const { staffMembers } = (await (await me(await signIn())).json()) as { staffMembers: { id: string }[] }
    expect(staffMembers.find((one) => one.id === id)).toMatchObject({
      name: 'Minh',
      deactivatedAt: expect.any(String),
    })
  })

  it('is not to be had by guessing or changing a cookie', async () => {
    const cookie = await signIn()
    const [token = '', data = ''] = cookie.split('; ')
    const forged = token.replace(/=(.)/, (_, first) => `=${first === 'a' ? 'b' : 'a'}`)
    for (const other of [
      '',
      data,
      `${forged}; ${data}`,
      token.replace(/\.[^.]*$/, ''),
      token.slice(0, -10),
    ]) {
      expect((await me(other)).status, other).toBe(401)
    }
    expect((await me(token)).status).toBe(200)
  })

  it(`lasts ${limits.session_days} days where it is not used, and is renewed where it is`, async () => {
    const start = Date.now()
    const dayMillis = 86_400_000
    vi.useFakeTimers({ toFake: ['Date'], now: start })
    const [unused, used] = [await signIn(), await signIn()]
    vi.setSystemTime(start + 20 * dayMillis)
    const renewed = cookiesOf(await me(used))
    vi.setSystemTime(start + limits.session_days * dayMillis + 1)
    expect((await me(unused)).status).toBe(401)
    expect((await me(renewed)).status).toBe(200)
  })
})

describe('who writes', () => {
  it.each([
    ['POST', '/auth/sign-in-links', { email: 'lan1@minh-an.example' }],
    ['POST', '/auth/session', { token: 'A' }],
    ['DELETE', '/auth/session', undefined],
    ['PUT', '/auth/merchant', { merchant: 'minh-an' }],
  ])('is refused from another site: %s %s', async (method, path, body) => {
    const cookie = await signIn()
    mails.length = 0
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'https://camket.test.evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const response = await call(method, path, { cookie, headers, ...(body && { body }) })
      expect([response.status, await codeOf(response)]).toEqual([403, 'cross_site_refused'])
    }
    expect(mails).toEqual([])
    expect((await me(cookie)).status).toBe(200)
  })

  it('is let through from our own page', async () => {
    const headers = { Origin: 'https://camket.test', 'Sec-Fetch-Site': 'same-origin' }
    expect((await requestLink(lan, { headers })).status).toBe(202)
  })
})

describe('too many tries', () => {
  const expectLimited = async (response: Response) => {
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(await codeOf(response)).toBe('rate_limited')
  }

  it('from one address are refused', async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await redeem('A')).status).toBe(401)
    await expectLimited(await redeem('A'))
    await expectLimited(await requestLink(lan))
  })

  it('for one mailbox are refused, from wherever they come and whether or not it is anybody’s', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      const headers = { 'CF-Connecting-IP': `198.51.100.${tries}` }
      expect((await requestLink('Flooded@nobody.example', { headers })).status).toBe(202)
    }
    const headers = { 'CF-Connecting-IP': '198.51.100.99' }
    await expectLimited(await requestLink('flooded@nobody.example', { headers }))
  })
})
