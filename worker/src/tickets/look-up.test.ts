import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '../deadlines/sweep.ts'
import { call } from '../testing/call.ts'
import { act } from '../testing/desk.ts'
import { fileRequest, requestOf, warranty } from '../testing/file-request.ts'
import { openShop, signStaffIn } from '../testing/open-shop.ts'
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

const reply = (code: string, body: object = {}) =>
  act('replyToTicket', code, { text: 'Chào chị, em xem ngay.', seenSequence: 1_000, ...body })

describe('anybody with the code', () => {
  it('sees stages, deadlines, hand-offs and remedies, and nothing of a person', async () => {
    const body = requestOf({ customer: { ...warranty.customer, email: 'bi.mat.lam@example.com' } })
    const filed = await call('fileTicket', { at: minhAn, body, idempotencyKey: 'private' })
    const { code, key } = filed.value
    await act('noteOnTicket', code, { text: 'Khách này khó tính' })
    await act('setPlan', code, { text: 'Thay máy nén' })
    await act('handOff', code, {
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
        { milestone: 'remedy_settled', state: 'running' },
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
    await act('noteOnTicket', code, { text: 'Chỉ nội bộ' })
    await act('setPlan', code, { text: 'Thay máy nén' })
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
      can: { reply: true, withdraw: true, rate: false },
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
