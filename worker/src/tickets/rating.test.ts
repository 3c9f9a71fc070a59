import { foldEvents } from '@camket/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeResolved } from '../deadlines/close-resolved.ts'
import { call, mails } from '../testing/call.ts'
import { act, said, ticketOf } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { asCustomer } from '../testing/owe.ts'
import { readEvents } from '../testing/read-events.ts'
import { testContext } from '../testing/test-context.ts'
import { readTicket } from './store.ts'

/** Monday, 9:00 in the shop. */
const filedAt = '2026-11-23T02:00:00.000Z'
const ratedAt = '2026-11-24T02:00:00.000Z'
const { db } = testContext(filedAt)

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

type Opened = { readonly code: string; readonly key: string }

/** Resolved on Monday, looked at on Tuesday. */
async function resolved(): Promise<Opened> {
  vi.setSystemTime(new Date(filedAt))
  const { code, key } = await fileRequest()
  await act('resolveTicket', code, { outcome: 'repaired', ...said })
  vi.setSystemTime(new Date(ratedAt))
  return { code, key }
}

const rate = ({ code, key }: Opened, body: object, idempotencyKey?: string) =>
  call('rateTicket', { at: { code }, key, body, ...(idempotencyKey && { idempotencyKey }) })

async function eventsOf(code: string) {
  const ticket = await readTicket(db, 'mer_1', code)
  const events = ticket ? await readEvents(db, ticket.id) : []
  expect(foldEvents(events)).toEqual(ticket?.state)
  return events
}

const bad = { level: 2, about: 'people', cause: 'attitude', comment: 'Nói năng cộc lốc quá ạ' } as const

describe('a customer whose request is done', () => {
  it('says how satisfied they are, and sees it; so do staff', async () => {
    const opened = await resolved()
    expect((await asCustomer(opened)).can).toEqual({ reply: true, withdraw: false, rate: true })
    const { status, value } = await rate(opened, bad)
    const rating = { ...bad, at: ratedAt }
    expect([status, value.rating, value.status]).toEqual([201, rating, 'resolved'])
    expect((await asCustomer(opened)).rating).toEqual(rating)
    const desk = await ticketOf(opened.code)
    expect(desk.rating).toEqual(rating)
    expect(desk.history.at(-1)).toMatchObject({
      at: ratedAt,
      by: { type: 'customer' },
      event: { type: 'rated', level: 2, about: 'people', cause: 'attitude' },
    })
  })

  it('says no more than the level, where they wish', async () => {
    const opened = await resolved()
    expect((await rate(opened, { level: 6 })).value.rating).toEqual({ level: 6, at: ratedAt })
    expect((await rate(opened, { level: 5, about: 'product' })).value.rating).toEqual({
      level: 5,
      about: 'product',
      at: ratedAt,
    })
  })

  it('may say it otherwise later, also once it is closed: the last word counts whole, each is in the history', async () => {
    const opened = await resolved()
    await rate(opened, bad)
    await closeResolved(testContext(Date.parse(filedAt) + 40 * 86_400_000))
    vi.setSystemTime(new Date('2027-01-10T02:00:00Z'))
    expect(await asCustomer(opened)).toMatchObject({
      status: 'closed',
      rating: bad,
      can: { reply: false, rate: true },
    })
    const { value } = await rate(opened, { level: 4 })
    expect(value.rating).toEqual({ level: 4, at: '2027-01-10T02:00:00.000Z' })
    const rated = (await eventsOf(opened.code)).filter(({ data }) => data.type === 'rated')
    expect(rated.map(({ data }) => data)).toEqual([
      { type: 'rated', level: 2, about: 'people', cause: 'attitude' },
      { type: 'rated', level: 4 },
    ])
  })

  it('keeps what they said when they open it again', async () => {
    const opened = await resolved()
    await rate(opened, bad)
    await call('sendMessage', { at: { code: opened.code }, key: opened.key, body: { text: 'Lại hỏng' } })
    expect(await asCustomer(opened)).toMatchObject({ status: 'open', rating: bad, can: { rate: false } })
    await eventsOf(opened.code)
  })

  it('rates once under one key, however often it is sent', async () => {
    const opened = await resolved()
    await rate(opened, bad, 'k1')
    const again = await rate(opened, bad, 'k1')
    expect([again.headers.get('Idempotency-Replayed'), again.value.rating]).toEqual([
      'true',
      { ...bad, at: ratedAt },
    ])
    expect((await rate(opened, { level: 6 }, 'k1')).problem.code).toBe('idempotency_key_reused')
    const rated = (await eventsOf(opened.code)).filter(({ data }) => data.type === 'rated')
    expect(rated).toHaveLength(1)
    // Another request's key of the same name is another key.
    expect((await rate(await resolved(), { level: 6 }, 'k1')).status).toBe(201)
  })

  it('tells nobody by mail, and moves no deadline', async () => {
    const opened = await resolved()
    const before = await asCustomer(opened)
    const mailsBefore = mails.length
    const { value } = await rate(opened, bad)
    expect(value.deadlines).toEqual(before.deadlines)
    expect(mails).toHaveLength(mailsBefore)
  })

  it.each([
    [{}, '/level', 'invalid_value'],
    [{ level: 0 }, '/level', 'invalid_value'],
    [{ level: 7 }, '/level', 'invalid_value'],
    [{ level: 2.5 }, '/level', 'invalid_value'],
    [{ level: '3' }, '/level', 'invalid_value'],
    [{ level: 3, about: 'weather' }, '/about', 'invalid_value'],
    [{ level: 3, about: 'people', cause: 'rain' }, '/cause', 'invalid_value'],
    [{ level: 3, about: 'people', cause: 'price' }, '/cause', 'cause_not_possible'],
    [{ level: 3, cause: 'price' }, '/cause', 'cause_not_possible'],
    [{ level: 3, comment: ' ' }, '/comment', 'too_small'],
    [{ level: 3, comment: 'a'.repeat(2_001) }, '/comment', 'too_big'],
    [{ level: 3, stars: 5 }, '/stars', 'unknown_member'],
  ])('is told what is wrong with %j', async (body, pointer, code) => {
    const opened = await resolved()
    const { problem } = await rate(opened, body)
    expect([problem.status, problem.errors?.map((error) => [error.pointer, error.code])]).toEqual([
      422,
      [[pointer, code]],
    ])
    expect((await asCustomer(opened)).rating).toBeUndefined()
  })
})

describe('a rating', () => {
  it('is not taken while the request is worked on', async () => {
    const { code, key } = await fileRequest()
    expect((await asCustomer({ code, key })).can.rate).toBe(false)
    const { problem } = await rate({ code, key }, { level: 6 })
    expect([problem.status, problem.code]).toEqual([409, 'act_not_possible'])
    expect((await eventsOf(code)).some(({ data }) => data.type === 'rated')).toBe(false)
  })

  it('is in nothing that the public sees: what anybody reads of the request is the same as before', async () => {
    const opened = await resolved()
    const seen = async () => [
      (await call('getTicket', { at: { code: opened.code } })).value,
      (await call('getRecord', { at: { merchant: 'minh-an' } })).value,
      (await call('getRecordEvents', { at: { merchant: 'minh-an' }, query: { month: '2026-11' } })).value,
      (await call('checkUnread', { at: { merchant: 'minh-an' }, query: { codes: opened.code } })).value,
    ]
    const before = await seen()
    await rate(opened, bad)
    expect(await seen()).toEqual(before)
  })

  it('has its words beside the history, where they can be erased', async () => {
    const opened = await resolved()
    await rate(opened, bad)
    expect(JSON.stringify(await eventsOf(opened.code))).not.toContain('cộc lốc')
  })

  it('is nobody’s without the key, with another’s, or of a code that does not exist', async () => {
    const [{ code }, other] = [await resolved(), await resolved()]
    for (const key of [other.key, 'x', '']) {
      const { problem } = await rate({ code, key }, { level: 1 })
      expect([problem.status, problem.code]).toEqual([401, 'key_wrong'])
    }
    const { problem } = await rate({ ...other, code: 'CK-0000-0000-0000' }, { level: 1 })
    expect([problem.status, problem.code]).toEqual([404, 'ticket_not_found'])
    expect((await ticketOf(code)).rating).toBeUndefined()
  })

  it('comes from no page of a site that the merchant does not list', async () => {
    const { code, key } = await resolved()
    const headers = { Origin: 'https://elsewhere.example' }
    const { problem } = await call('rateTicket', { at: { code }, key, body: { level: 1 }, headers })
    expect([problem.status, problem.code]).toEqual([403, 'origin_not_allowed'])
  })

  it('is shown to no other merchant’s staff', async () => {
    const opened = await resolved()
    await rate(opened, bad)
    const cookie = cookieOf('owner', 'song-xanh')
    const { problem } = await call('getDeskTicket', { at: { code: opened.code }, cookie })
    expect([problem.status, problem.code]).toEqual([404, 'ticket_not_found'])
  })
})
