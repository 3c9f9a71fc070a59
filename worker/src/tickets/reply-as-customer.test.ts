import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { call, mails } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { act } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = '2026-11-23T02:00:00.000Z'
const due = '2026-11-23T07:30:00.000Z'

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

/** With the key: the conversation too. */
async function openRequest(code: string, key: string) {
  const { value } = await call('getTicket', { at: { code }, key })
  if (!('messages' in value)) throw new Error('The conversation is missing')
  return value
}

const reply = (code: string, body: object = {}) =>
  act('replyToTicket', code, { text: 'Chào chị, em xem ngay.', seenSequence: 1_000, ...body })

describe("a customer's reply", () => {
  const write = (code: string, key: string, text: string, idempotencyKey?: string) =>
    call('sendMessage', { at: { code }, key, body: { text }, ...(idempotencyKey && { idempotencyKey }) })

  it('is there for staff, ends their waiting and starts the next clock', async () => {
    const { code, key } = await fileRequest()
    await reply(code, { thenWait: true })
    expect((await openRequest(code, key)).deadlines[1]).toMatchObject({ state: 'paused' })
    vi.setSystemTime(new Date('2026-11-24T02:00:00Z'))
    const { value } = await write(code, key, 'Em gửi thêm ảnh ạ')
    expect(value).toMatchObject({
      status: 'open',
      messages: [{}, {}, { from: 'customer', text: 'Em gửi thêm ảnh ạ' }],
    })
    expect(value.deadlines.map(({ milestone, state }) => `${milestone} ${state}`)).toEqual([
      'first_reply kept',
      'resolution running',
      'next_reply running',
    ])
    const desk = await call('getDeskTicket', { at: { code }, cookie: cookieOf('nhan.vien') })
    expect(desk.value.messages.at(-1)).toMatchObject({ from: 'customer', text: 'Em gửi thêm ảnh ạ' })
  })

  it('sent twice under one key is one message', async () => {
    const { code, key } = await fileRequest()
    await write(code, key, 'Một lần', 'k1')
    const again = await write(code, key, 'Một lần', 'k1')
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(again.value.messages).toHaveLength(2)
    expect((await write(code, key, 'Khác', 'k1')).problem.code).toBe('idempotency_key_reused')
    expect((await write(code, key, 'Khác', 'k2')).value.messages).toHaveLength(3)
  })

  it('reopens what was resolved, with the same clock, and takes no message once it is closed', async () => {
    const { code, key } = await fileRequest()
    await act('resolveTicket', code, { outcome: 'repaired', text: 'Xong rồi ạ', seenSequence: 1_000 })
    expect((await openRequest(code, key)).can).toEqual({ reply: true, withdraw: false, rate: true })
    const { value } = await write(code, key, 'Lại hỏng rồi')
    expect(value.status).toBe('open')
    expect(value).not.toHaveProperty('outcome')
    expect(value.timeline.map(({ event }) => event)).toContain('reopened')
    expect(value.deadlines[1]).toMatchObject({ milestone: 'resolution', state: 'running' })
    await act('resolveTicket', code, { outcome: 'repaired', text: 'Xong lần hai', seenSequence: 1_000 })
    await act('setStatus', code, { status: 'closed' })
    const { problem } = await write(code, key, 'Quá muộn')
    expect([problem.status, problem.code]).toEqual([409, 'act_not_possible'])
    expect((await openRequest(code, key)).can).toEqual({ reply: false, withdraw: false, rate: true })
  })

  it('is refused before anything is done when its address or body is wrong', async () => {
    const { code, key } = await fileRequest()
    const before = await countRows()
    const sent = { at: { code }, key, body: { text: 'A' } }
    expect((await call('sendMessage', { ...sent, query: { colour: 'red' } })).problem.code).toBe(
      'invalid_query',
    )
    expect((await call('sendMessage', { ...sent, body: { text: ' ' } })).problem.errors?.[0]?.pointer).toBe(
      '/text',
    )
    expect((await call('sendMessage', { ...sent, at: { code: 'x' } })).problem.code).toBe('ticket_not_found')
    const unknown = { ...sent, body: { text: 'A', attachments: [`att_${'0'.repeat(26)}`] } }
    expect((await call('sendMessage', unknown)).problem).toMatchObject({
      code: 'attachment_not_usable',
      errors: [{ pointer: '/attachments/0' }],
    })
    expect(await countRows()).toEqual(before)
  })
})

describe('a withdrawal', () => {
  it('ends the request and its clocks, once', async () => {
    const { code, key } = await fileRequest()
    const { value } = await call('withdrawTicket', { at: { code }, key, body: {} })
    expect(value).toMatchObject({ status: 'resolved', outcome: 'withdrawn' })
    expect(value.deadlines.map(({ state }) => state)).toEqual(['excluded', 'excluded'])
    const { problem } = await call('withdrawTicket', { at: { code }, key, body: {} })
    expect([problem.status, problem.code]).toEqual([409, 'act_not_possible'])
    const unknown = await call('withdrawTicket', { at: { code }, key, body: { why: 'x' } })
    expect(unknown.problem.errors).toMatchObject([{ pointer: '/why', code: 'unknown_member' }])
  })

  it('under a key is one, however often it is sent', async () => {
    const { code, key } = await fileRequest()
    const sent = { at: { code }, key, body: {}, idempotencyKey: 'withdrawn-once' }
    const first = await call('withdrawTicket', sent)
    const again = await call('withdrawTicket', sent)
    expect([again.status, again.value]).toEqual([200, first.value])
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
  })

  it('does not undo a miss that was there before', async () => {
    const { code, key } = await fileRequest()
    vi.setSystemTime(Date.parse(due) + 1)
    const { value } = await call('withdrawTicket', { at: { code }, key, body: {} })
    expect(value.deadlines.map(({ state }) => state)).toEqual(['missed', 'excluded', 'running'])
    expect(value.remedies).toHaveLength(1)
  })
})

describe('a lost key', () => {
  const ask = (code: string, email: string, merchant = 'minh-an') =>
    call('requestLostKey', { at: { merchant }, body: { code, email } })

  it('is mailed to the address of the request and to no other, and no answer tells which it was', async () => {
    const email = 'dang.tri@example.com'
    const { code, key } = await fileRequest({ customer: { name: 'Đãng Trí', email } })
    const { code: byPhone } = await fileRequest({ customer: { name: 'Số', phone: '0909 000 111' } })
    mails.length = 0
    const answers = [
      await ask(code.toLowerCase(), 'Dang.Tri@Example.com'),
      await ask(code, 'ai.do@example.com'),
      await ask(byPhone, email),
      await ask('CK-0000-0000-0001', email),
      await ask('hello', email),
      await ask(code, email, 'song-xanh'),
    ]
    const shapes = answers.map(({ status, value, headers }) => {
      const { 'x-request-id': _, ...rest } = Object.fromEntries(headers)
      return { status, value, rest }
    })
    for (const shape of shapes) expect(shape).toEqual(shapes[0])
    expect(shapes[0]).toMatchObject({ status: 202, value: undefined })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain(`/minh-an/requests/${code}?key=${key}`)
    expect(JSON.stringify(mails[0]?.to)).toContain(email)
  })

  it('needs an address that could be one', async () => {
    const { problem } = await ask('CK-0000-0000-0001', 'nobody')
    expect(problem).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/email' }] })
  })
})
