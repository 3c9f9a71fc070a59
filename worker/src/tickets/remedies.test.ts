import { env } from 'cloudflare:workers'
import { foldEvents } from '@camket/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { remedyPayees } from '../db/schema.ts'
import { closeResolved } from '../deadlines/close-resolved.ts'
import { call, send } from '../testing/call.ts'
import { act, said, ticketOf } from '../testing/desk.ts'
import { fileRequest } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { asCustomer, bank, owe, publishOwing } from '../testing/owe.ts'
import { readEvents } from '../testing/read-events.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'
import { readTicket } from './store.ts'

/** Monday, 9:00 in the shop; the first reply is due at 14:30, what it owes by Thursday evening. */
const filedAt = '2026-11-23T02:00:00.000Z'
const nextMorning = new Date('2026-11-24T02:00:00.000Z')
const { db } = testContext(filedAt)
const vnd = (amount: number) => ({ amount, currency: 'VND' })

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(filedAt) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await publishOwing('2026-10-02T00:00:00Z')
  await signStaffIn()
})

beforeEach(() => {
  vi.setSystemTime(new Date(filedAt))
})

afterAll(() => {
  vi.useRealTimers()
})

type Owed = Awaited<ReturnType<typeof owe>>

/** Owed since Monday, seen on Tuesday morning. */
async function oweOvernight(): Promise<Owed> {
  vi.setSystemTime(new Date(filedAt))
  const owed = await owe()
  vi.setSystemTime(nextMorning)
  return { ...owed, ticket: await asCustomer(owed) }
}

const choose = ({ code, key, id }: Omit<Owed, 'ticket'>, body: object, idempotencyKey?: string) =>
  call('chooseRemedy', { at: { code, id }, key, body, ...(idempotencyKey && { idempotencyKey }) })
const dispute = ({ code, key, id }: Omit<Owed, 'ticket'>, body: object = {}) =>
  call('disputeRemedy', { at: { code, id }, key, body })
const settle = ({ code, id }: Pick<Owed, 'code' | 'id'>, body: object = {}, more: object = {}) =>
  call('settleRemedy', {
    at: { code, id },
    cookie: cookieOf('nhan.vien'),
    body: { reference: 'FT26328', seenAmount: vnd(100_000), ...body },
    ...more,
  })
const waive = ({ code, id }: Pick<Owed, 'code' | 'id'>, body: object = {}) =>
  call('waiveRemedy', {
    at: { code, id },
    cookie: cookieOf('nhan.vien'),
    body: { exclusion: 'water-damage', evidence: [], text: 'Máy bị ngấm nước ạ', ...body },
  })

async function expectFolded(code: string): Promise<void> {
  const ticket = await readTicket(db, 'mer_1', code)
  expect(ticket && foldEvents(await readEvents(db, ticket.id))).toEqual(ticket?.state)
}

describe('a customer who is owed something', () => {
  it('sees what each offer comes to and how it can be given', async () => {
    const { ticket } = await oweOvernight()
    expect(ticket.remedies).toMatchObject([
      {
        state: 'owed',
        amount: vnd(100_000),
        settleBy: '2026-11-26T10:30:00.000Z',
        choices: [
          { offer: 0, text: '100.000\u00a0₫', amount: vnd(100_000), ways: ['bank', 'wallet', 'shop'] },
          {
            offer: 1,
            text: 'phiếu mua hàng 150.000\u00a0₫',
            amount: vnd(150_000),
            ways: ['email', 'phone', 'shop'],
          },
          { offer: 2, ways: [] },
        ],
        can: { choose: true, dispute: false },
      },
    ])
  })

  it('says what they take and where to, and may say it otherwise until it is settled', async () => {
    const owed = await oweOvernight()
    const { value: first } = await choose(owed, { offer: 0, payTo: bank })
    expect(first.remedies).toMatchObject([
      { state: 'chosen', chosen: 0, payee: { way: 'bank', hint: 'Vietcombank •••• 4321' } },
    ])
    const { value } = await choose(owed, {
      offer: 1,
      payTo: { way: 'phone', phone: '0912 345 678' },
    })
    expect(value.remedies).toMatchObject([
      { chosen: 1, amount: vnd(150_000), payee: { way: 'phone', hint: '•••• 678' } },
    ])
    const [stored] = (await ticketOf(owed.code)).remedies
    expect(stored?.payee).toEqual({ way: 'phone', phone: '+84912345678' })
    await settle(owed, { seenAmount: vnd(150_000) })
    expect((await choose(owed, { offer: 0, payTo: bank })).problem.code).toBe('remedy_state')
    await expectFolded(owed.code)
  })

  it('needs no account for what is sent nowhere', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: bank })
    const { value } = await choose(owed, { offer: 2 })
    expect(value.remedies[0]).toMatchObject({ chosen: 2 })
    expect(value.remedies[0]?.payee).toBeUndefined()
  })

  it.each([
    [{ offer: 7, payTo: bank }, '/offer', 'offer_unknown'],
    [{ offer: 0 }, '/payTo', 'pay_to_needed'],
    [{ offer: 0, payTo: { way: 'email', email: 'a@example.com' } }, '/payTo/way', 'way_not_possible'],
    [{ offer: 2, payTo: bank }, '/payTo/way', 'way_not_possible'],
    [{ offer: 0, payTo: { ...bank, account: '12' } }, '/payTo/account', 'account_invalid'],
    [{ offer: 0, payTo: { ...bank, account: '9704361234567890' } }, '/payTo/account', 'card_number_given'],
    [{ offer: 0, payTo: { ...bank, holder: ' ' } }, '/payTo/holder', 'too_small'],
    [
      { offer: 0, payTo: { way: 'wallet', provider: 'momo', phone: '024 3825 1234' } },
      '/payTo/phone',
      'mobile_invalid',
    ],
    [{ offer: 1, payTo: { way: 'phone', phone: '12' } }, '/payTo/phone', 'phone_invalid'],
    [{ offer: 0, payTo: { ...bank, iban: 'x' } }, '/payTo/iban', 'unknown_member'],
  ])('is told what is wrong with %j', async (body, pointer, code) => {
    const { problem } = await choose(await oweOvernight(), body)
    expect(problem.status).toBe(422)
    expect(problem.errors).toMatchObject([{ pointer, code }])
  })

  it('is heard once for one key, and two at once leave one choice', async () => {
    const owed = await oweOvernight()
    const body = { offer: 0, payTo: bank }
    await choose(owed, body, 'once')
    const again = await choose(owed, body, 'once')
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect((await choose(owed, { offer: 2 }, 'once')).problem.code).toBe('idempotency_key_reused')
    const chosen = async () =>
      (await ticketOf(owed.code)).history.filter(({ event }) => event.type === 'remedy_chosen').length
    expect(await chosen()).toBe(1)
    const both = await Promise.all([choose(owed, { offer: 2 }), choose(owed, body)])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await chosen()).toBe(3)
    const [remedy] = (await asCustomer(owed)).remedies
    expect(Boolean(remedy?.payee)).toBe(remedy?.chosen === 0)
    await expectFolded(owed.code)
  })

  it('is let in by the key of that request only, and to its own remedies only', async () => {
    const owed = await oweOvernight()
    const other = await oweOvernight()
    const body = { offer: 0, payTo: bank }
    expect((await choose({ ...owed, key: other.key }, body)).problem.code).toBe('key_wrong')
    expect((await choose({ ...owed, key: '' }, body)).problem.code).toBe('key_wrong')
    expect((await choose({ ...owed, id: other.id }, body)).problem).toMatchObject({
      status: 404,
      code: 'remedy_unknown',
    })
    expect((await choose({ ...owed, code: 'CK-0000-0000-0000' }, body)).problem.status).toBe(404)
    expect((await db.select().from(remedyPayees)).map(({ remedyId }) => remedyId)).not.toContain(owed.id)
  })

  it('can not choose any more once the claim window is over', async () => {
    await publishOwing('2026-11-23T01:00:00Z', {
      choice: [{ type: 'money', value: vnd(100_000) }],
      accrual: { type: 'once' },
      settlement: {
        type: 'on_claim',
        within: { amount: 1, unit: 'calendar_day' },
        payWithin: { amount: 1, unit: 'working_day' },
      },
    })
    const owed = await oweOvernight()
    await publishOwing('2026-11-23T01:30:00Z')
    expect(owed.ticket.remedies[0]).toMatchObject({ state: 'owed', can: { choose: true } })
    // In the shop's time zone the day after the deadline is over at 17:00 UTC.
    vi.setSystemTime(new Date('2026-11-24T17:00:00.001Z'))
    expect((await asCustomer(owed)).remedies[0]).toMatchObject({ state: 'expired', can: { choose: false } })
    const { problem } = await choose(owed, { offer: 0, payTo: bank })
    expect(problem).toMatchObject({ status: 409, code: 'claim_window_over' })
  })
})

describe('whom it is paid to', () => {
  const secrets = [/987654321|8765 ?4321|00710009/, /HOAI THUONG/, /FT26328/]
  const open = 'Vietcombank'

  it('is in no public view, no event, no record and no mail', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: bank })
    const outputs: unknown[] = [(await call('getTicket', { at: { code: owed.code } })).value]
    await settle(owed, { note: 'Đã chuyển' })
    await dispute(owed)
    const { code } = owed
    outputs.push((await call('getTicket', { at: { code }, query: { locale: 'en' } })).value)
    outputs.push((await call('getCommitment', { at: { merchant: 'minh-an' } })).value)
    outputs.push((await call('getWidgetConfig', { at: { merchant: 'minh-an' } })).value)
    outputs.push((await call('getDeskTicket', { at: { code }, cookie: cookieOf('nguoi.xem') })).value)
    outputs.push((await call('getRemedies', { cookie: cookieOf('nguoi.xem') })).value)
    for (const table of ['events', 'tickets', 'deadlines', 'remedies', 'outbox', 'idempotency', 'messages']) {
      outputs.push((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results)
    }
    for (const output of outputs) {
      const text = JSON.stringify(output)
      for (const secret of secrets) expect(text).not.toMatch(secret)
      expect(text).not.toContain(open)
    }
  })

  it('is masked for the customer, and whole for those who pay', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: bank })
    expect(JSON.stringify(await asCustomer(owed))).not.toMatch(/987654321|8765 ?4321|HOAI THUONG/)
    const normal = { ...bank, account: '0071000987654321' }
    for (const who of ['nhan.vien', 'truong.nhom', 'ong.chu']) {
      const { value } = await call('getDeskTicket', { at: { code: owed.code }, cookie: cookieOf(who) })
      expect(value.remedies[0]?.payee).toEqual(normal)
    }
    const { value } = await call('getRemedies', { cookie: cookieOf('nhan.vien') })
    expect(value.remedies.find(({ id }) => id === owed.id)?.payee).toEqual(normal)
  })

  it('can be erased without touching what is public', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: bank })
    const before = (await call('getTicket', { at: { code: owed.code } })).value
    await db.delete(remedyPayees)
    expect((await call('getTicket', { at: { code: owed.code } })).value).toEqual(before)
    expect((await settle(owed)).status).toBe(201)
    await expectFolded(owed.code)
  })
})

describe('settling', () => {
  it('notes amount and reference: the amount for all, the reference for the two sides', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: bank })
    const { value } = await settle(owed, { note: 'Chuyển khoản sáng nay' })
    expect(value.remedies).toMatchObject([
      { state: 'settled', amount: vnd(100_000), settledAt: nextMorning.toISOString(), reference: 'FT26328' },
    ])
    expect(value.messages.at(-1)).toMatchObject({ visibility: 'note', text: 'Chuyển khoản sáng nay' })
    expect((await asCustomer(owed)).remedies[0]).toMatchObject({ state: 'settled', reference: 'FT26328' })
    const { value: seen } = await call('getTicket', { at: { code: owed.code } })
    expect(seen.timeline).toContainEqual({
      at: nextMorning.toISOString(),
      event: 'remedy_settled',
      amount: vnd(100_000),
    })
    expect(seen.deadlines.find(({ milestone }) => milestone === 'remedy_settled')?.state).toBe('kept')
    await expectFolded(owed.code)
  })

  it('is refused when another amount is owed than the page showed', async () => {
    const owed = await oweOvernight()
    for (const seen of [{ seenAmount: vnd(50_000) }, { seenAmount: undefined }]) {
      const { problem } = await settle(owed, seen)
      expect(problem).toMatchObject({
        status: 409,
        code: 'amount_changed',
        errors: [{ pointer: '/seenAmount' }],
      })
    }
    expect((await settle(owed, { seenDays: 3 })).problem.errors).toMatchObject([{ pointer: '/seenDays' }])
    expect((await ticketOf(owed.code)).remedies[0]).toMatchObject({ state: 'owed' })
  })

  it('is done once, by one of two, and once for one key', async () => {
    const owed = await oweOvernight()
    const both = await Promise.all([settle(owed), settle(owed)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await settle(owed)).problem.code).toBe('remedy_state')
    const another = await oweOvernight()
    await settle(another, {}, { idempotencyKey: 'pay' })
    const again = await settle(another, {}, { idempotencyKey: 'pay' })
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(again.value.history.filter(({ event }) => event.type === 'remedy_settled')).toHaveLength(1)
  })

  it('is for staff of that merchant who may act', async () => {
    const owed = await oweOvernight()
    for (const [who, merchant, code] of [
      ['nguoi.xem', 'minh-an', 'role_not_allowed'],
      ['dai.ly', 'minh-an', 'role_not_allowed'],
      ['owner', 'song-xanh', 'ticket_not_found'],
    ] as const) {
      const { problem } = await settle(owed, {}, { cookie: cookieOf(who, merchant) })
      expect(problem.code).toBe(code)
    }
  })
})

describe('waiving', () => {
  it('cites a published exclusion with its evidence, and tells the customer why', async () => {
    const owed = await oweOvernight()
    expect((await waive(owed, { exclusion: 'rain' })).problem.errors).toMatchObject([
      { pointer: '/exclusion' },
    ])
    expect((await waive(owed, { exclusion: 'misuse' })).problem.errors).toMatchObject([
      { pointer: '/evidence' },
    ])
    expect((await waive(owed, { text: ' ' })).problem.errors).toMatchObject([{ pointer: '/text' }])
    const evidence = [await storeUpload()]
    const { value } = await waive(owed, { exclusion: 'misuse', evidence })
    expect(value.remedies).toMatchObject([{ state: 'waived', exclusion: 'misuse' }])
    const seen = await asCustomer(owed)
    expect(seen.messages.at(-1)).toMatchObject({
      from: 'staff',
      text: 'Máy bị ngấm nước ạ',
      attachments: [{ id: evidence[0] }],
    })
    expect(seen.remedies[0]?.can).toEqual({ choose: false, dispute: true })
    await expectFolded(owed.code)
  })

  it('is no answer to the request: its deadlines stay as they are', async () => {
    const owed = await oweOvernight()
    const before = (await ticketOf(owed.code)).deadlines.filter(
      ({ milestone }) => milestone !== 'remedy_settled',
    )
    const { value } = await waive(owed)
    expect(value.deadlines.filter(({ milestone }) => milestone !== 'remedy_settled')).toEqual(before)
  })
})

describe('a dispute', () => {
  it('is the customer’s answer to a waiver, in their own words, and opens it again', async () => {
    const owed = await oweOvernight()
    expect((await dispute(owed)).problem.code).toBe('remedy_state')
    await waive(owed)
    const { value } = await dispute(owed, { text: 'Máy không hề bị nước vào' })
    expect(value.remedies).toMatchObject([{ state: 'disputed', can: { choose: false, dispute: false } }])
    expect(value.messages.at(-1)).toMatchObject({ from: 'customer', text: 'Máy không hề bị nước vào' })
    expect((await dispute(owed)).problem.code).toBe('remedy_state')
    expect((await settle(owed)).value.remedies).toMatchObject([{ state: 'settled' }])
    await expectFolded(owed.code)
  })

  it('is not for whoever does not hold the key', async () => {
    const owed = await oweOvernight()
    await waive(owed)
    expect((await dispute({ ...owed, key: 'A'.repeat(22) })).problem.code).toBe('key_wrong')
  })
})

describe('closing', () => {
  it('waits until what is owed is settled or waived; afterwards nothing of it is done any more', async () => {
    const owed = await oweOvernight()
    await act('resolveTicket', owed.code, { outcome: 'repaired', ...said })
    expect((await act('setStatus', owed.code, { status: 'closed' })).problem.code).toBe('remedy_open')
    await closeResolved(testContext(nextMorning.getTime() + 40 * 86_400_000))
    expect((await ticketOf(owed.code)).status).toBe('resolved')
    await settle(owed)
    expect((await act('setStatus', owed.code, { status: 'closed' })).value.status).toBe('closed')
    expect((await dispute(owed)).problem.code).toBe('act_not_possible')
    expect((await asCustomer(owed)).remedies[0]?.can).toEqual({ choose: false, dispute: false })
  })
})

describe('the list of what is owed', () => {
  const list = (query: Record<string, string> = {}, who = 'nhan.vien', merchant?: string) =>
    call('getRemedies', { query, cookie: cookieOf(who, merchant) })

  beforeEach(async () => {
    await env.DB.prepare('DELETE FROM remedies').run()
  })

  it('has the nearest settle-by first, page by page, and marks what is overdue', async () => {
    const first = await owe()
    vi.setSystemTime(new Date('2026-11-24T02:00:00.000Z'))
    const second = await owe()
    vi.setSystemTime(new Date('2026-11-25T02:00:00.000Z'))
    const third = await owe()
    vi.setSystemTime(new Date('2026-11-26T11:00:00.000Z'))
    const { value: page } = await list({ limit: '2' })
    expect(page.remedies.map(({ code }) => code)).toEqual([first.code, second.code])
    expect(page.remedies.map(({ overdue }) => overdue)).toEqual([true, false])
    const { value: rest } = await list({ limit: '2', cursor: page.nextCursor ?? '' })
    expect(rest.remedies.map(({ code }) => code)).toEqual([third.code])
    expect(rest.nextCursor).toBeUndefined()
  })

  it('is by state, and of one merchant only', async () => {
    const one = await oweOvernight()
    const two = await oweOvernight()
    const three = await oweOvernight()
    await choose(two, { offer: 1, payTo: { way: 'email', email: 'hoa@example.com' } })
    await waive(three)
    const codes = async (state: string) => (await list({ state })).value.remedies.map(({ code }) => code)
    expect((await codes('open')).sort()).toEqual([one.code, two.code].sort())
    expect(await codes('owed')).toEqual([one.code])
    expect(await codes('chosen')).toEqual([two.code])
    expect(await codes('waived')).toEqual([three.code])
    expect(await codes('settled')).toEqual([])
    expect((await list({}, 'owner', 'song-xanh')).value.remedies).toEqual([])
    expect((await list({}, 'dai.ly')).problem.code).toBe('role_not_allowed')
    expect((await list({ cursor: 'x' })).problem.code).toBe('invalid_query')
  })

  it('is a CSV file for owner and lead, in which nothing is a formula and no digit of an account is lost', async () => {
    const owed = await oweOvernight()
    await choose(owed, { offer: 0, payTo: { ...bank, holder: '=HYPERLINK("x"),"y"' } })
    for (const who of ['nhan.vien', 'nguoi.xem']) {
      const { problem } = await call('getRemediesList', { cookie: cookieOf(who) })
      expect(problem.code).toBe('role_not_allowed')
    }
    const { text, headers } = await csv('truong.nhom')
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('Cache-Control')).toBe('no-store')
    const lines = text.split('\r\n')
    expect(lines[0]?.startsWith('\ufeffMã yêu cầu,Khách hàng')).toBe(true)
    expect(lines[1]).toContain(`${owed.code},`)
    expect(lines[1]).toContain('0071 0009 8765 4321')
    expect(lines[1]).toContain(`"'=HYPERLINK(""x""),""y"""`)
    expect(lines[1]).toContain(',100000,VND,')
  })
})

/** Not JSON, so not by `call`. */
async function csv(who: string): Promise<{ text: string; headers: Headers }> {
  const request = new Request('https://camket.test/api/v1/desk/remedies.csv', {
    headers: { Cookie: cookieOf(who) },
  })
  const response = await send(request)
  // The mark at the beginning, which `text()` takes away, tells Excel that it is UTF-8.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
  return { text: decoder.decode(await response.arrayBuffer()), headers: response.headers }
}

it('tells a customer of a remedy once, however often the sweep comes', async () => {
  await env.DB.prepare('DELETE FROM outbox').run()
  const { code } = await owe()
  await fileRequest()
  const { results } = await env.DB.prepare(
    "SELECT o.number FROM outbox o JOIN tickets t ON t.id = o.ticket_id WHERE o.kind = 'remedy' AND t.code = ?",
  )
    .bind(code)
    .all()
  expect(results).toEqual([{ number: 1 }])
})
