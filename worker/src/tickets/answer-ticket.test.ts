import { limits, type Receipt } from '@camket/contracts'
import { type Change, isRefusal, note, type TicketEvent } from '@camket/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '../deadlines/sweep.ts'
import { call } from '../testing/call.ts'
import { countRows } from '../testing/count-rows.ts'
import { act, acts, said, ticketOf } from '../testing/desk.ts'
import { faultyD1, losesTheAnswer, works } from '../testing/faulty-d1.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'
import { writeChange } from './change-store.ts'
import { readTicket } from './store.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30. */
const filedAt = '2026-11-23T02:00:00.000Z'
const tooLate = '2026-11-23T08:00:00.000Z'

/** The same code again, with a memory of its own. */
let otherIsolate: Pick<typeof import('../app.ts')['app'], 'fetch'>

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  vi.resetModules()
  otherIsolate = (await import('../app.ts')).app
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

const writeAsCustomer = ({ code, key }: Pick<Receipt, 'code' | 'key'>, text: string) =>
  call('sendMessage', { at: { code }, key, body: { text } })

describe('a reply', () => {
  it('is read by the customer, keeps the first deadline and makes its writer the owner', async () => {
    const { code } = await fileRequest()
    const attachment = await storeUpload()
    const { value } = await act('replyToTicket', code, { ...said, attachments: [attachment] })
    expect(value).toMatchObject({ status: 'open', ownerId: 'stf.nhan.vien' })
    expect(value.deadlines[0]).toMatchObject({ state: 'kept', keptAt: filedAt })
    expect(value.messages.at(-1)).toMatchObject({
      from: 'staff',
      name: 'Nhân Viên',
      text: said.text,
      visibility: 'public',
      attachments: [{ id: attachment }],
    })
  })

  it('may leave the word to the customer', async () => {
    const { code } = await fileRequest()
    const { value } = await act('replyToTicket', code, { ...said, thenWait: true })
    expect(value.status).toBe('waiting')
    expect(value.deadlines.map(({ state }) => state)).toEqual(['kept', 'paused'])
  })

  it('that is late is noted as late; the miss and what it owes come first, and stay', async () => {
    const { code } = await fileRequest()
    vi.setSystemTime(new Date(tooLate))
    const { value } = await act('replyToTicket', code, said)
    expect(value.deadlines[0]).toMatchObject({ state: 'missed', metLateAt: tooLate })
    expect(value.remedies).toMatchObject([{ pledge: 'first-reply', amount: { amount: 50_000 } }])
    expect(value.history.map(({ event }) => event.type).slice(-5)).toEqual([
      'deadline_missed',
      'remedy_owed',
      'deadline_started',
      'answered',
      'deadline_met',
    ])
  })

  it('of two at the same instant is sent once; the other is told and nothing of it is kept', async () => {
    for (let round = 0; round < 4; round++) {
      const { code } = await fileRequest()
      const body = { text: `Trả lời ${round}`, seenSequence: (await ticketOf(code)).sequence }
      const through = round % 2 === 0 ? {} : { through: otherIsolate }
      const both = await Promise.all([
        act('replyToTicket', code, body),
        act('replyToTicket', code, body, { cookie: cookieOf('truong.nhom'), ...through }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(both.find(({ status }) => status === 409)?.problem.code).toBe('ticket_changed')
      const { messages, history } = await ticketOf(code)
      expect(messages.filter(({ from }) => from === 'staff')).toHaveLength(1)
      expect(history.filter(({ event }) => event.type === 'answered')).toHaveLength(1)
    }
  })

  it('by somebody who has not seen what the customer or a colleague did is not sent', async () => {
    const receipt = await fileRequest()
    const { sequence: seenSequence } = await ticketOf(receipt.code)
    await writeAsCustomer(receipt, 'Khoan đã!')
    for (const [id, body] of [
      ['replyToTicket', { text: 'Lạc nhau', seenSequence }],
      ['resolveTicket', { text: 'Lạc nhau', outcome: 'repaired', seenSequence }],
    ] as const) {
      const { problem } = await act(id, receipt.code, body)
      expect([problem.status, problem.code]).toEqual([409, 'ticket_changed'])
    }
    const now = await ticketOf(receipt.code)
    expect(JSON.stringify(now)).not.toContain('Lạc nhau')
    const seen = { text: 'Dạ', seenSequence: now.sequence }
    expect((await act('replyToTicket', receipt.code, seen)).status).toBe(201)
  })

  it("is not held up by the sweep's notes or one's own", async () => {
    const { code } = await fileRequest()
    const { sequence: seenSequence } = await ticketOf(code)
    await act('noteOnTicket', code, { text: 'Tự nhắc mình' })
    vi.setSystemTime(new Date(tooLate))
    await sweep(testContext(Date.now()))
    expect((await ticketOf(code)).sequence).toBe(seenSequence + 4)
    expect((await act('replyToTicket', code, { text: 'Dạ', seenSequence })).status).toBe(201)
  })

  it.each(['replyToTicket', 'noteOnTicket', 'resolveTicket'] as const)(
    'or the like (%s) sent twice under one key is one',
    async (id) => {
      const { code } = await fileRequest()
      const body = acts.find(([one]) => one === id)?.[1] ?? {}
      const first = await act(id, code, body, { idempotencyKey: 'twice' })
      const again = await act(id, code, body, { idempotencyKey: 'twice' })
      expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true'])
      expect(again.value.sequence).toBe(first.value.sequence)
      expect(again.value.messages).toHaveLength(2)
      const other = await act(id, code, { ...body, text: 'Khác' }, { idempotencyKey: 'twice' })
      expect(other.problem.code).toBe('idempotency_key_reused')
    },
  )

  it('that brings a file which another takes at the same instant is refused as a whole', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await fileRequest(), await fileRequest()]
      const body = { ...said, attachments: [await storeUpload()] }
      const both = await Promise.all([one, other].map(({ code }) => act('replyToTicket', code, body)))
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
      const loser = both.findIndex(({ status }) => status === 422)
      expect(both[loser]?.problem.errors).toMatchObject([{ pointer: '/attachments/0' }])
      const { messages, sequence } = await ticketOf([one, other][loser]?.code ?? '')
      expect([messages.length, sequence]).toEqual([1, 3])
    }
  })

  it('whose answer the database loses is not written twice, also without a key', async () => {
    const { code, key } = await fileRequest()
    // A ticket is read by one batch and written by the next; before a customer's message comes the look at its key.
    const byStaff = { bindings: { DB: faultyD1(works, losesTheAnswer) } }
    expect((await act('replyToTicket', code, said, byStaff)).status).toBe(201)
    const byCustomer = { bindings: { DB: faultyD1(works, works, losesTheAnswer) } }
    const sent = { at: { code }, key, body: { text: 'Một lần thôi' }, ...byCustomer }
    expect((await call('sendMessage', sent)).status).toBe(201)
    const { messages, history } = await ticketOf(code)
    expect(messages.map(({ text }) => text).slice(1)).toEqual([said.text, 'Một lần thôi'])
    expect(history.filter(({ event }) => 'messageId' in event)).toHaveLength(2)
  })

  it("can not bring another merchant's file", async () => {
    const { code } = await fileRequest()
    const { problem } = await act('replyToTicket', code, {
      ...said,
      attachments: [await storeUpload('mer_2')],
    })
    expect(problem.code).toBe('attachment_not_usable')
  })
})

describe('a note', () => {
  it('is for staff, keeps no deadline and is possible to the end', async () => {
    const { code } = await fileRequest()
    const { value } = await act('noteOnTicket', code, { text: 'Khách hẹn chiều' })
    expect(value.messages.at(-1)).toMatchObject({ text: 'Khách hẹn chiều', visibility: 'note' })
    expect(value.deadlines.map(({ state }) => state)).toEqual(['running', 'running'])
    await act('resolveTicket', code, { outcome: 'repaired', ...said })
    await act('setStatus', code, { status: 'closed' })
    expect((await act('noteOnTicket', code, { text: 'Sau cùng' })).status).toBe(201)
    expect((await act('replyToTicket', code, said)).problem.code).toBe('act_not_possible')
  })
})

describe('a history', () => {
  it('that is as long as one may be takes nothing more but its end, and all of it is shown', async () => {
    const { code, key } = await fileRequest()
    await writeNotes(code, limits.events_before_end_max - 1)
    expect((await act('setPriority', code, { priority: 'low', reason: 'less_urgent' })).value.sequence).toBe(
      limits.events_before_end_max,
    )
    const before = await countRows()
    for (const [id, body] of acts.filter(([id]) => id !== 'resolveTicket')) {
      expect([id, (await act(id, code, body)).status]).toEqual([id, 409])
    }
    expect((await writeAsCustomer({ code, key }, 'A')).problem.code).toBe('act_not_possible')
    expect(await countRows()).toEqual(before)
    const { value } = await act('resolveTicket', code, { outcome: 'repaired', ...said })
    expect(value.history).toHaveLength(value.sequence)
    expect((await act('noteOnTicket', code, { text: 'A' })).status).toBe(409)
    expect((await act('setStatus', code, { status: 'closed' })).value.status).toBe('closed')
  })
})

/** Fills a ticket's history up to this sequence, in one write. */
async function writeNotes(code: string, sequence: number): Promise<void> {
  const context = testContext(Date.now())
  const ticket = await readTicket(context.db, 'mer_1', code)
  if (!ticket) throw new Error('There is no such ticket')
  const events: TicketEvent[] = []
  let after = ticket.state
  while (after.sequence < sequence) {
    const by = { type: 'staff', id: 'stf.nhan.vien' } as const
    const noted = note(after, { messageId: `msg_${after.sequence}`, by }, shopCommitment, context.now)
    if (isRefusal(noted)) throw new Error(noted.refused)
    events.push(...noted.events)
    after = noted.after
  }
  const change: Change = {
    before: ticket.state,
    after,
    events,
    notices: [],
    record: [],
    commitment: shopCommitment,
  }
  expect(await writeChange(context, ticket, change)).toBe(true)
}
