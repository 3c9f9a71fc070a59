import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '../deadlines/sweep.ts'
import { call, mails } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { fileRequest, requestOf, warranty } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = '2026-11-23T02:00:00.000Z'
const due = '2026-11-23T07:30:00.000Z'
const minhAn = { merchant: 'minh-an' }

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

const lookUp = async (code: string, query: Record<string, string> = {}) =>
  (await call('getTicket', { at: { code }, query })).value

/** With the key: the conversation too. */
async function openRequest(code: string, key: string, query: Record<string, string> = {}) {
  const { value } = await call('getTicket', { at: { code }, key, query })
  if (!('messages' in value)) throw new Error('The conversation is missing')
  return value
}

async function staffAct(
  id: 'replyToTicket' | 'noteOnTicket' | 'handOff' | 'setStatus' | 'resolveTicket' | 'setPlan',
  code: string,
  body: object,
) {
  const cookie = cookieOf('nhan.vien')
  return (await call(id, { at: { code }, cookie, body })).value
}

const reply = (code: string, body: object = {}) =>
  staffAct('replyToTicket', code, { text: 'Chào chị, em xem ngay.', seenSequence: 1_000, ...body })

describe('anybody with the code', () => {
  it('sees stages, deadlines, hand-offs and remedies, and nothing of a person', async () => {
    const body = requestOf({ customer: { ...warranty.customer, email: 'bi.mat.lam@example.com' } })
    const filed = await call('fileTicket', { at: minhAn, body, idempotencyKey: 'private' })
    const { code, key } = filed.value
    await staffAct('noteOnTicket', code, { text: 'Khách này khó tính' })
    await staffAct('setPlan', code, { text: 'Thay máy nén' })
    await staffAct('handOff', code, {
      departmentId: 'mer_1.care',
      reason: 'needs_parts',
      note: 'Hỏi kho giúp',
    })
    vi.setSystemTime(new Date('2026-11-23T08:00:00Z'))
    await sweep(testContext(Date.now()))
    await reply(code)
    const seen = await lookUp(code)
    expect(seen).toMatchObject({
      code,
      merchant: 'minh-an',
      status: 'open',
      department: 'Chăm sóc',
      handOffs: 1,
      deadlines: [
        { milestone: 'first_reply', state: 'missed', missedAt: due, metLateAt: '2026-11-23T08:00:00.000Z' },
        { milestone: 'resolution', state: 'running' },
      ],
      remedies: [{ pledge: 'first-reply', state: 'owed', amount: { amount: 50_000, currency: 'VND' } }],
    })
    expect(seen.timeline.map(({ event }) => event)).toEqual([
      'filed',
      'handed_off',
      'deadline_missed',
      'remedy_owed',
      'answered',
    ])
    expect(seen.timeline[1]).toMatchObject({
      department: 'Bảo hành',
      toDepartment: 'Chăm sóc',
      reason: 'Cần linh kiện',
    })
    const told = JSON.stringify(seen)
    const { customer, subject, message, product, fields } = warranty
    const words = [
      customer.name,
      'bi.mat',
      '912',
      subject,
      message.slice(0, 10),
      product.serial,
      fields['Màu sắc'],
    ]
    for (const word of [...words, 'khó tính', 'máy nén', 'kho giúp', 'em xem', 'Nhân Viên', key]) {
      expect(told).not.toContain(word)
    }
    expect(told).not.toMatch(/\b(cus|msg|stf|tic|att)[_.]/)
  })

  it('finds it however the code is written down, and not with one symbol wrong', async () => {
    const { code } = await fileRequest()
    const bare = code.replaceAll('-', '').slice(2)
    for (const written of [
      code.toLowerCase(),
      bare,
      `ck ${bare}`,
      bare.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      expect((await lookUp(written)).code).toBe(code)
    }
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    for (const written of [wrong, 'CK-0000-0000-0000', 'hello', '%F0%9F']) {
      const { problem } = await call('getTicket', { at: { code: written } })
      expect([problem.status, problem.code]).toEqual([404, 'ticket_not_found'])
    }
  })

  it("reads it in the merchant's language or the one asked for", async () => {
    const { code } = await fileRequest()
    const [vi_, en] = [await lookUp(code), await lookUp(code, { locale: 'en' })]
    expect([vi_.department, en.department]).toEqual(['Bảo hành', 'Service'])
    expect(vi_.deadlines[0]?.remedy?.text).not.toBe(en.deadlines[0]?.remedy?.text)
    const { problem } = await call('getTicket', { at: { code }, query: { locale: 'fr' } })
    expect(problem).toMatchObject({ status: 400, code: 'invalid_query', errors: [{ pointer: '/locale' }] })
  })

  it('never sees a missed deadline as running or kept, however late the sweep is', async () => {
    const { code } = await fileRequest()
    const firstReply = async () => (await lookUp(code)).deadlines[0]
    vi.setSystemTime(new Date(due))
    expect(await firstReply()).toMatchObject({ state: 'running' })
    vi.setSystemTime(Date.parse(due) + 1)
    expect(await firstReply()).toMatchObject({ state: 'missed', missedAt: due })
    await reply(code)
    const late = await firstReply()
    expect(late).toMatchObject({ state: 'missed', missedAt: due, metLateAt: '2026-11-23T07:30:00.001Z' })
    expect(late).not.toHaveProperty('keptAt')
    await sweep(testContext(Date.now() + 1))
    expect(await firstReply()).toEqual(late)
    expect((await lookUp(code)).remedies).toHaveLength(1)
  })
})

describe('whoever holds the key', () => {
  it('sees the conversation, and no note', async () => {
    const { code, key } = await fileRequest()
    await staffAct('noteOnTicket', code, { text: 'Chỉ nội bộ' })
    await staffAct('setPlan', code, { text: 'Thay máy nén' })
    await reply(code)
    const seen = await openRequest(code, key)
    expect(seen).toMatchObject({
      subject: warranty.subject,
      customer: { name: 'Trần Văn Đức', type: 'consumer' },
      product: warranty.product,
      coverage: { state: 'covered' },
      owner: 'Nhân Viên',
      resolutionPlan: 'Thay máy nén',
      messages: [
        { from: 'customer', name: 'Trần Văn Đức', text: warranty.message },
        { from: 'staff', name: 'Nhân Viên', text: 'Chào chị, em xem ngay.' },
      ],
      can: { reply: true, withdraw: true },
    })
    expect(JSON.stringify(seen)).not.toContain('nội bộ')
  })

  it('is told who answers for it even before anybody has taken it', async () => {
    const { code, key } = await fileRequest()
    expect((await openRequest(code, key)).owner).toBe('Thợ Máy')
  })

  it('reads it in the language of the request or the one asked for', async () => {
    const { code, key } = await fileRequest({ locale: 'en' })
    expect((await openRequest(code, key)).department).toBe('Service')
    expect((await openRequest(code, key, { locale: 'vi' })).department).toBe('Bảo hành')
  })

  it("is nobody with another's key, or one that is nearly right", async () => {
    const [{ code, key }, other] = [await fileRequest(), await fileRequest()]
    const nearly = (key.startsWith('A') ? 'B' : 'A') + key.slice(1)
    for (const wrong of [other.key, nearly, key.slice(0, -1), `${key}A`, 'x']) {
      for (const id of ['getTicket', 'sendMessage', 'withdrawTicket'] as const) {
        const body = id === 'getTicket' ? {} : { body: id === 'sendMessage' ? { text: 'A' } : {} }
        const { problem } = await call(id, { at: { code }, key: wrong, ...body })
        expect([problem.status, problem.code]).toEqual([401, 'key_wrong'])
      }
    }
    const { problem } = await call('sendMessage', { at: { code }, body: { text: 'A' } })
    expect(problem.code).toBe('key_wrong')
  })

  it('has another one once the salt is changed, and the old one opens nothing', async () => {
    const { code, key } = await fileRequest()
    await env.DB.prepare('UPDATE tickets SET key_salt = ? WHERE code = ?').bind('another', code).run()
    expect((await call('getTicket', { at: { code }, key })).problem.code).toBe('key_wrong')
  })
})

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

  it('reopens what was resolved, with the same clock, and can do nothing once it is closed', async () => {
    const { code, key } = await fileRequest()
    await staffAct('resolveTicket', code, { outcome: 'repaired', text: 'Xong rồi ạ', seenSequence: 1_000 })
    expect((await openRequest(code, key)).can).toEqual({ reply: true, withdraw: false })
    const { value } = await write(code, key, 'Lại hỏng rồi')
    expect(value.status).toBe('open')
    expect(value).not.toHaveProperty('outcome')
    expect(value.timeline.map(({ event }) => event)).toContain('reopened')
    expect(value.deadlines[1]).toMatchObject({ milestone: 'resolution', state: 'running' })
    await staffAct('resolveTicket', code, { outcome: 'repaired', text: 'Xong lần hai', seenSequence: 1_000 })
    await staffAct('setStatus', code, { status: 'closed' })
    const { problem } = await write(code, key, 'Quá muộn')
    expect([problem.status, problem.code]).toEqual([409, 'act_not_possible'])
    expect((await openRequest(code, key)).can).toEqual({ reply: false, withdraw: false })
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

  it('does not undo a miss that was there before', async () => {
    const { code, key } = await fileRequest()
    vi.setSystemTime(Date.parse(due) + 1)
    const { value } = await call('withdrawTicket', { at: { code }, key, body: {} })
    expect(value.deadlines.map(({ state }) => state)).toEqual(['missed', 'excluded'])
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
