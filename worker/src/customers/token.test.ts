import { env } from 'cloudflare:workers'
import type { FileTicketInput } from '@camket/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { act, said } from '../testing/desk.ts'
import { fileRequest, requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, shopOrigin, signStaffIn } from '../testing/open-shop.ts'
import { newIdentifySecret, signToken } from '../testing/sign-token.ts'
import { testContext } from '../testing/test-context.ts'

const at = { merchant: 'minh-an' }
let secret = ''

beforeAll(async () => {
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  secret = await newIdentifySecret()
})

const seconds = () => Math.floor(Date.now() / 1000)
const newPerson = () => ({ sub: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.com` })
const mine = (token: string) => call('getMyTickets', { at, key: token })
const codesOf = async (token: string) => (await mine(token)).value.tickets.map(({ code }) => code)

async function file(token: string, changed: Partial<FileTicketInput> = {}) {
  const sent = { at, body: requestOf(changed), idempotencyKey: crypto.randomUUID(), key: token }
  return call('fileTicket', sent)
}

describe('a token', () => {
  it('of somebody new opens an empty list, and says what is known', async () => {
    const token = await signToken(secret, { ...newPerson(), email: 'Moi@Example.com', name: 'Người Mới' })
    expect((await mine(token)).value).toEqual({
      customer: { name: 'Người Mới', email: 'Moi@Example.com' },
      tickets: [],
    })
  })

  it.each<[string, string, () => Promise<string>]>([
    ['under another secret', 'token_invalid', () => signToken('another', newPerson())],
    ['with another algorithm', 'token_invalid', () => signToken(secret, newPerson(), 'HS512')],
    ['for another merchant', 'token_invalid', () => signToken(secret, { ...newPerson(), aud: 'song-xanh' })],
    ['without somebody', 'token_invalid', () => signToken(secret, { email: 'a@example.com' })],
    ['without address and number', 'token_invalid', () => signToken(secret, { sub: 'a' })],
    ['that never ends', 'token_invalid', () => signToken(secret, { ...newPerson(), exp: undefined })],
    [
      'for longer than an hour',
      'token_invalid',
      () => signToken(secret, { ...newPerson(), exp: seconds() + 3700 }),
    ],
    [
      'that is not valid yet',
      'token_invalid',
      () => signToken(secret, { ...newPerson(), nbf: seconds() + 600 }),
    ],
    ['that is over', 'token_expired', () => signToken(secret, { ...newPerson(), exp: seconds() - 61 })],
    ['that is none', 'token_invalid', async () => 'a.b.c'],
    ['that is missing', 'token_invalid', async () => ''],
    [
      'without a signature',
      'token_invalid',
      async () => {
        const [, payload] = (await signToken(secret, newPerson())).split('.')
        return `${btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, '')}.${payload}.`
      },
    ],
    [
      'whose claims were changed',
      'token_invalid',
      async () => {
        const [head, , signature] = (await signToken(secret, newPerson())).split('.')
        const [, other] = (await signToken('another', newPerson())).split('.')
        return `${head}.${other}.${signature}`
      },
    ],
  ])('%s opens nothing', async (_name, code, token) => {
    const text = await token()
    const answer = await mine(text)
    expect([answer.problem.status, answer.problem.code]).toEqual([401, code])
    if (text === '') return
    expect((await call('checkUnread', { at, key: text })).problem.code).toBe(code)
    expect((await file(text)).problem.code).toBe(code)
  })

  it('that was over a moment ago by our clock still works, for clocks differ', async () => {
    expect((await mine(await signToken(secret, { ...newPerson(), exp: seconds() - 30 }))).status).toBe(200)
  })

  it('of a merchant that never made a secret opens nothing', async () => {
    const token = await signToken('', { ...newPerson(), aud: 'song-xanh' }).catch(() => 'a.b.c')
    const { problem } = await call('getMyTickets', { at: { merchant: 'song-xanh' }, key: token })
    expect(problem.code).toBe('token_invalid')
  })

  it('signed with a secret that was replaced opens nothing any more', async () => {
    const person = newPerson()
    const before = await signToken(secret, person)
    expect((await mine(before)).status).toBe(200)
    secret = await newIdentifySecret()
    expect((await mine(before)).problem.code).toBe('token_invalid')
    expect((await mine(await signToken(secret, person))).status).toBe(200)
  })

  it('may be sent from the merchant’s own pages only', async () => {
    const key = await signToken(secret, newPerson())
    const from = (Origin: string) => call('getMyTickets', { at, key, headers: { Origin } })
    expect((await from('https://evil.example')).problem.code).toBe('origin_not_allowed')
    expect((await from(shopOrigin)).status).toBe(200)
  })
})

describe('the customer of a token', () => {
  it('finds on any device what was filed with it, under whatever address was typed', async () => {
    const person = newPerson()
    const token = await signToken(secret, person)
    const first = await file(token)
    const second = await file(token)
    const codes = [second.value.code, first.value.code]
    expect(await codesOf(await signToken(secret, person))).toEqual(codes)
    // The merchant's own name lasts when the address changes.
    expect(await codesOf(await signToken(secret, { ...person, email: 'neu@example.com' }))).toEqual(codes)
    const { value } = await mine(token)
    expect(value.tickets[0]).toMatchObject({
      kind: 'warranty',
      subject: requestOf().subject,
      status: 'new',
      nextDeadline: { milestone: 'first_reply', state: 'running' },
    })
  })

  it('finds what was filed before the merchant vouched for that address, and so links it', async () => {
    const person = newPerson()
    const before = await fileRequest({ customer: { name: 'Hoa', email: person.email } })
    const token = await signToken(secret, person)
    expect(await codesOf(token)).toEqual([before.code])
    const after = await file(token, { customer: { name: 'Hoa', email: person.email } })
    expect(await codesOf(await signToken(secret, { sub: person.sub, phone: '0900000001' }))).toEqual([
      after.value.code,
      before.code,
    ])
  })

  it('never finds another’s by an address that somebody else is known by', async () => {
    const person = newPerson()
    await file(await signToken(secret, person), { customer: { name: 'Hoa', email: person.email } })
    const stranger = await signToken(secret, { sub: crypto.randomUUID(), email: person.email })
    expect(await codesOf(stranger)).toEqual([])
    const filed = await file(stranger, { customer: { name: 'Lan', email: person.email } })
    expect(filed.status).toBe(201)
    expect(await codesOf(stranger)).toEqual([filed.value.code])
    expect(await codesOf(await signToken(secret, person))).toHaveLength(1)
  })

  it('never finds another’s by a number that is shared', async () => {
    const phone = '0912 000 111'
    await fileRequest({ customer: { name: 'Mẹ', email: `${crypto.randomUUID()}@example.com`, phone } })
    const token = await signToken(secret, { sub: crypto.randomUUID(), phone: '+84912000111' })
    expect(await codesOf(token)).toEqual([])
    const alone = await fileRequest({ customer: { name: 'Con', phone: '0912 000 222' } })
    expect(await codesOf(await signToken(secret, { sub: crypto.randomUUID(), phone: '0912000222' }))).toEqual(
      [alone.code],
    )
  })

  it('opens and answers those with the token instead of the key, and no others', async () => {
    const person = newPerson()
    const token = await signToken(secret, person)
    const { value } = await file(token)
    const own = { at: { code: value.code }, key: token }
    expect((await call('getTicket', own)).value).toMatchObject({ subject: requestOf().subject })
    expect((await call('sendMessage', { ...own, body: { text: 'Alo' } })).status).toBe(201)
    const stranger = { ...own, key: await signToken(secret, newPerson()) }
    expect((await call('getTicket', stranger)).problem.code).toBe('key_wrong')
    expect((await call('sendMessage', { ...stranger, body: { text: 'Alo' } })).problem.code).toBe('key_wrong')
    const over = { ...own, key: await signToken(secret, { ...person, exp: seconds() - 100 }) }
    expect((await call('getTicket', over)).problem.code).toBe('token_expired')
    expect((await call('withdrawTicket', { ...own, body: {} })).status).toBe(200)
    expect((await call('rateTicket', { ...own, body: { level: 5 } })).value.rating?.level).toBe(5)
  })

  it('files once with one key, also when the token was renewed in between', async () => {
    const person = newPerson()
    const sent = { at, body: requestOf(), idempotencyKey: crypto.randomUUID() }
    const first = await call('fileTicket', { ...sent, key: await signToken(secret, person) })
    const later = await signToken(secret, { ...person, exp: seconds() + 900 })
    const again = await call('fileTicket', { ...sent, key: later })
    expect([again.value, again.headers.get('Idempotency-Replayed')]).toEqual([first.value, 'true'])
    expect(await codesOf(later)).toEqual([first.value.code])
  })
})

describe('a check for news', () => {
  const check = (codes: readonly string[], more: { key?: string; headers?: Record<string, string> } = {}) =>
    call('checkUnread', { at, query: codes.length > 0 ? { codes: codes.join(',') } : {}, ...more })

  it('says of each request how it stands and when staff wrote last; notes and customers do not count', async () => {
    const [one, two] = [await fileRequest(), await fileRequest()]
    const standing = (code: string, more = {}) => ({ code, status: 'new', ...more })
    const sorted = [one.code, two.code].sort()
    expect((await check([two.code, one.code, one.code])).value.tickets).toEqual(
      sorted.map((code) => standing(code)),
    )
    await act('noteOnTicket', one.code, { text: 'Gọi kho' })
    await call('sendMessage', { at: { code: one.code }, key: one.key, body: { text: 'Alo?' } })
    expect((await check([one.code])).value.tickets[0]).not.toHaveProperty('staffAt')
    await act('replyToTicket', one.code, said)
    const { tickets } = (await check([one.code])).value
    expect(tickets).toMatchObject([{ code: one.code, status: 'open', staffAt: expect.stringMatching(/Z$/) }])
    expect(Object.keys(tickets[0] ?? {}).sort()).toEqual(['code', 'staffAt', 'status'])
  })

  it('is answered with nothing while nothing changed', async () => {
    const { code } = await fileRequest()
    const first = await check([code])
    const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const second = await check([code], { headers })
    expect([second.status, second.headers.get('ETag')]).toEqual([304, headers['If-None-Match']])
    await act('replyToTicket', code, said)
    expect((await check([code], { headers })).status).toBe(200)
  })

  it('with a token is about all of that customer’s requests', async () => {
    const token = await signToken(secret, newPerson())
    const { value } = await file(token)
    const other = await fileRequest()
    expect((await check([], { key: token })).value.tickets.map(({ code }) => code)).toEqual([value.code])
    const both = (await check([other.code], { key: token })).value.tickets.map(({ code }) => code)
    expect(both).toEqual([value.code, other.code].sort())
    expect((await check([])).value.tickets).toEqual([])
  })

  it('finds nothing of another merchant, and no mistyped code', async () => {
    const { code } = await fileRequest()
    const elsewhere = await call('checkUnread', { at: { merchant: 'song-xanh' }, query: { codes: code } })
    expect(elsewhere.value.tickets).toEqual([])
    expect((await check(['CK-0000-0000-0000', 'x'])).value.tickets).toEqual([])
  })

  it('asks about so many at once and no more', async () => {
    const codes = await Promise.all(Array.from({ length: 21 }, async () => (await fileRequest()).code))
    expect((await check(codes.slice(0, 20))).value.tickets).toHaveLength(20)
    const { problem } = await check(codes)
    expect([problem.code, problem.errors?.[0]?.pointer]).toEqual(['invalid_query', '/codes'])
  })

  it('is one round trip that finds every row by an index, and so is the list of a customer', async () => {
    const token = await signToken(secret, newPerson())
    const { value } = await file(token)
    await act('replyToTicket', value.code, said)
    for (const [run, rowsRead_max] of [
      [(DB: D1Database) => check([value.code], { key: token, ...{ bindings: { DB } } }), 20],
      [(DB: D1Database) => call('getMyTickets', { at, key: token, bindings: { DB } }), 40],
    ] as const) {
      const { d1, counts } = countedD1(env.DB)
      expect((await run(d1)).status).toBe(200)
      expect(counts.roundTrips).toBe(1)
      expect(counts.rowsRead).toBeLessThanOrEqual(rowsRead_max)
      expect(counts.rowsWritten).toBe(0)
      expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
    }
  })
})

it('staff see one customer behind all that a token filed', async () => {
  const token = await signToken(secret, newPerson())
  await file(token)
  const { value } = await file(token)
  const ticket = await call('getDeskTicket', { at: { code: value.code }, cookie: cookieOf('nhan.vien') })
  expect(ticket.value.customerTickets).toBe(2)
})
