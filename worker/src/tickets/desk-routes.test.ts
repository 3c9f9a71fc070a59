import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { type ActId, act, acts, said, ticketOf } from '../testing/desk.ts'
import { fileRequest, requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  await env.DB.prepare("UPDATE member SET deactivated_at = 1 WHERE id = 'stf.da.nghi'").run()
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

describe("another's request", () => {
  it.each([...acts, ['getDeskTicket', undefined] as const])('is not there for %s', async (id, body) => {
    const { code } = await fileRequest()
    const before = await countRows()
    const cookie = cookieOf('owner', 'song-xanh')
    const { problem } = await call(id, { at: { code }, cookie, ...(body && { body }) })
    expect([problem.status, problem.code]).toEqual([404, 'ticket_not_found'])
    expect(await countRows()).toEqual(before)
  })
})

describe('who may not', () => {
  it.each(acts)('%s is told why', async (id, body) => {
    const { code } = await fileRequest()
    const before = await countRows()
    const codeFor = async (more: { cookie?: string; headers?: Record<string, string> }) =>
      (await call(id, { at: { code }, body, ...more })).problem.code
    expect(await codeFor({})).toBe('sign_in_needed')
    expect(await codeFor({ cookie: 'better-auth.session_token=made-up' })).toBe('sign_in_needed')
    expect(await codeFor({ cookie: cookieOf('nguoi.xem') })).toBe('role_not_allowed')
    expect(await codeFor({ cookie: cookieOf('dai.ly') })).toBe('role_not_allowed')
    const cookie = cookieOf('nhan.vien')
    const elsewhere = 'https://www.minh-an.example'
    expect(await codeFor({ cookie, headers: { Origin: elsewhere } })).toBe('cross_site_refused')
    expect(await codeFor({ cookie, headers: { 'Sec-Fetch-Site': 'cross-site' } })).toBe('cross_site_refused')
    expect(await countRows()).toEqual(before)
  })

  it('change anything may still read, but a partner may not', async () => {
    const { code } = await fileRequest()
    const [reader, partner] = [cookieOf('nguoi.xem'), cookieOf('dai.ly')]
    expect((await call('getDeskTicket', { at: { code }, cookie: reader })).status).toBe(200)
    expect((await call('getInbox', { cookie: reader })).status).toBe(200)
    expect((await call('getDeskTicket', { at: { code }, cookie: partner })).problem.code).toBe(
      'role_not_allowed',
    )
    expect((await call('getInbox', { cookie: partner })).problem.code).toBe('role_not_allowed')
    expect((await call('getDeskTicket', { at: { code } })).problem.code).toBe('sign_in_needed')
  })
})

describe('what is not valid', () => {
  it.each<[ActId, object, string]>([
    ['replyToTicket', { text: ' ', seenSequence: 1 }, '/text'],
    ['replyToTicket', { text: 'A' }, '/seenSequence'],
    ['replyToTicket', { ...said, colour: 1 }, '/colour'],
    ['noteOnTicket', {}, '/text'],
    ['setPriority', { priority: 'huge', reason: 'mistaken' }, '/priority'],
    ['setPriority', { priority: 'high' }, '/reason'],
    ['setKind', { kind: 'warranty', reason: 'whim' }, '/reason'],
    ['setFacts', { facts: { order_amount: -1 } }, '/facts/order_amount'],
    ['setFacts', { facts: { shoe_size: 42 } }, '/facts/shoe_size'],
    ['setPlan', { text: 'a'.repeat(limits.plan_chars_max + 1) }, '/text'],
    ['handOff', { departmentId: 'mer_1.care', reason: 'because' }, '/reason'],
    ['handOff', { departmentId: 'mer_2.care', reason: 'needs_parts' }, '/departmentId'],
    ['handOff', { departmentId: 'mer_1.care', reason: 'needs_parts', ownerId: 'stf.khac' }, '/ownerId'],
    ['handOff', { departmentId: 'mer_1.care', reason: 'needs_parts', ownerId: 'stf.dai.ly' }, '/ownerId'],
    ['handOff', { departmentId: 'mer_1.care', reason: 'needs_parts', ownerId: 'stf.da.nghi' }, '/ownerId'],
    ['setStatus', { status: 'resolved' }, '/status'],
    ['recordCall', { reached: 'yes' }, '/reached'],
    ['resolveTicket', { outcome: 'withdrawn', ...said }, '/outcome'],
    ['resolveTicket', { outcome: 'declined', ...said }, '/exclusion'],
    ['resolveTicket', { outcome: 'declined', exclusion: 'no-such', ...said }, '/exclusion'],
    ['resolveTicket', { outcome: 'declined', exclusion: 'misuse', ...said }, '/evidence'],
    ['resolveTicket', { outcome: 'repaired', seenSequence: 1_000 }, '/text'],
  ])('%s %o is refused at %s, and nothing is written', async (id, body, pointer) => {
    const { code } = await fileRequest()
    const before = await countRows()
    const { problem } = await act(id, code, body)
    expect([problem.status, problem.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]])
    expect(await countRows()).toEqual(before)
  })

  it('in the address stops the act before it is done', async () => {
    const { code } = await fileRequest()
    const before = await countRows()
    for (const [id, body] of acts) {
      expect((await act(id, code, body, { query: { colour: 'red' } })).problem.code).toBe('invalid_query')
    }
    expect(await countRows()).toEqual(before)
  })
})

describe('status, priority and plan', () => {
  it('change as the table of transitions says, and no other way', async () => {
    const { code } = await fileRequest()
    const set = (status: string) => act('setStatus', code, { status })
    expect((await set('waiting')).value.status).toBe('waiting')
    expect((await set('on_hold')).value.status).toBe('on_hold')
    expect((await set('open')).value.status).toBe('open')
    const { problem } = await set('closed')
    expect([problem.status, problem.code]).toEqual([409, 'act_not_possible'])
  })

  it('that stay as they are write nothing', async () => {
    const { code } = await fileRequest()
    await act('setPlan', code, { text: 'Thay máy nén' })
    const before = await countRows()
    for (const [id, body] of [
      ['setPriority', { priority: 'normal', reason: 'mistaken' }],
      ['setKind', { kind: 'warranty', reason: 'mistaken' }],
      ['setFacts', { facts: {} }],
      ['setPlan', { text: ' Thay máy nén ' }],
      ['handOff', { departmentId: 'mer_1.service', reason: 'needs_parts' }],
    ] as const) {
      expect((await act(id, code, body)).value.sequence).toBe(4)
    }
    expect(await countRows()).toEqual(before)
  })

  it('are told to staff, and the plan to the customer, until it is taken away', async () => {
    const { code, key } = await fileRequest()
    expect(
      (await act('setPriority', code, { priority: 'urgent', reason: 'more_urgent' })).value.priority,
    ).toBe('urgent')
    await act('setPlan', code, { text: 'Đổi máy' })
    expect((await call('getTicket', { at: { code }, key })).value).toMatchObject({
      resolutionPlan: 'Đổi máy',
    })
    await act('setPlan', code, { text: '' })
    expect((await call('getTicket', { at: { code }, key })).value).not.toHaveProperty('resolutionPlan')
    expect(await ticketOf(code)).not.toHaveProperty('resolutionPlan')
  })
})

describe('a request that staff type in', () => {
  it('came by phone unless they say otherwise, by them, for their merchant, once a key', async () => {
    const { channel: _, ...body } = requestOf()
    const sent = { body, cookie: cookieOf('nhan.vien'), idempotencyKey: 'typed' }
    const first = await call('fileTicketAsStaff', sent)
    const again = await call('fileTicketAsStaff', sent)
    expect(again.value).toEqual(first.value)
    const { history } = await ticketOf(first.value.code)
    expect(history[0]).toMatchObject({
      by: { type: 'staff', id: 'stf.nhan.vien' },
      event: { type: 'filed', channel: 'phone' },
    })
    const byAnother = await call('fileTicketAsStaff', { ...sent, cookie: cookieOf('truong.nhom') })
    expect(byAnother.value.code).not.toBe(first.value.code)
  })

  it('is refused to who may not', async () => {
    const sent = { body: requestOf(), idempotencyKey: 'typed' }
    expect((await call('fileTicketAsStaff', sent)).problem.code).toBe('sign_in_needed')
    const reader = await call('fileTicketAsStaff', { ...sent, cookie: cookieOf('nguoi.xem') })
    expect(reader.problem.code).toBe('role_not_allowed')
    const other = await call('fileTicketAsStaff', { ...sent, cookie: cookieOf('owner', 'song-xanh') })
    expect(other.problem.errors).toMatchObject([{ pointer: '/kind', code: 'kind_not_taken' }])
  })

  it('counts among the requests of its customer', async () => {
    const customer = { name: 'Ba Lần', phone: '0933 444 555' }
    const body = requestOf({ customer })
    for (const idempotencyKey of ['1', '2']) {
      await call('fileTicketAsStaff', { body, cookie: cookieOf('nhan.vien'), idempotencyKey })
    }
    expect(await ticketOf((await fileRequest({ customer })).code)).toMatchObject({ customerTickets: 3 })
  })
})
