import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { isRefusal, settleRemedy, type TicketState, waiveRemedy } from '@camket/core'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { recordCounters, recordLines } from '../db/schema.ts'
import { sweep } from '../deadlines/sweep.ts'
import { call } from '../testing/call.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { act, said } from '../testing/desk.ts'
import { expectRecordAgrees } from '../testing/expect-record-agrees.ts'
import { fileRequest } from '../testing/file-request.ts'
import { openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { writeChange } from '../tickets/change-store.ts'
import { readTicket } from '../tickets/store.ts'

// Monday 9:00 in Hanoi; the first reply to a question is due at 14:00, after four working hours.
const monday = Date.parse('2026-11-23T02:00:00Z')
const due = Date.parse('2026-11-23T07:30:00Z')
const hour = 3_600_000
const { db } = testContext(monday)
const minhAn = { merchant: 'minh-an' }

const recordOf = async (days: '30' | '90' | '365' = '30', merchant = 'minh-an') =>
  (await call('getRecord', { at: { merchant }, query: { days } })).value
const figuresOf = async (pledge: string, milestone = 'first_reply') =>
  (await recordOf()).pledges.find((group) => group.pledge === pledge && group.milestone === milestone)
    ?.figures
const eventsOf = async (query: Record<string, string> = {}, merchant = 'minh-an') =>
  (await call('getRecordEvents', { at: { merchant }, query })).value.events
const ask = () => fileRequest({ kind: 'support' })
const at = (millis: number) => void vi.setSystemTime(millis)

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: monday })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

afterAll(() => {
  vi.useRealTimers()
})

describe('the record of a shop, from its first request on', () => {
  it('is empty at first, and says so for every month', async () => {
    const { total, settlements, pledges, months, from, to } = await recordOf('365')
    expect([total, settlements]).toMatchObject([{ due: 0, keptRate: null }, { due: 0 }])
    expect([pledges, months.length, months.at(-1)?.month]).toEqual([[], 12, '2026-11'])
    expect([from, to]).toEqual(['2025-11-24', '2026-11-23'])
    expect(await eventsOf()).toEqual([])
  })

  it('tells nothing while less than five fell due, neither in figures nor in the list', async () => {
    for (let count = 0; count < 4; count++) await act('replyToTicket', (await ask()).code, said)
    const { total, pledges } = await recordOf()
    expect(total).toBeNull()
    expect(pledges).toEqual([{ pledge: 'first-reply', milestone: 'first_reply', figures: null }])
    expect(await eventsOf()).toEqual([])
  })

  it('changes when a deadline passes, once however often it is swept', async () => {
    const { code } = await ask()
    at(due + 1)
    await Promise.all([sweep(testContext(due + 1)), sweep(testContext(due + 1))])
    await sweep(testContext(due + 2))
    expect(await figuresOf('first-reply')).toEqual({
      due: 5,
      kept: 4,
      missed: 1,
      late: 0,
      excluded: 0,
      keptRate: 0.8,
      medianMinutes: 1,
      p90Minutes: null,
      remedies: { owed: 1, settled: 0, waived: 0, expired: 0, amounts: [] },
    })
    expect((await eventsOf()).find(({ outcome }) => outcome === 'missed')).toMatchObject({
      pledge: 'first-reply',
      milestone: 'first_reply',
      minutes: null,
      remedy: { state: 'owed', amount: null },
    })
    await act('replyToTicket', code, said)
    expect(await figuresOf('first-reply')).toMatchObject({ due: 5, missed: 1, late: 1 })
  })

  it('does not tell of what is due on a later day until that day, even if it was done', async () => {
    at(due + 3 * hour)
    await act('replyToTicket', (await ask()).code, said)
    expect(await figuresOf('first-reply')).toMatchObject({ due: 5 })
    expect(await eventsOf()).toHaveLength(5)
    at(monday + 24 * hour)
    expect(await figuresOf('first-reply')).toMatchObject({ due: 6, kept: 5 })
    expect(await eventsOf()).toHaveLength(6)
  })

  it('takes back what was kept when a request is opened again', async () => {
    const { code, key } = await fileRequest({ kind: 'warranty' })
    await act('resolveTicket', code, { outcome: 'repaired', ...said })
    const resolutions = () =>
      db
        .select()
        .from(recordLines)
        .where(and(eq(recordLines.merchantId, 'mer_1'), eq(recordLines.milestone, 'resolution')))
    expect(await resolutions()).toMatchObject([{ outcome: 'kept', day: '2026-12-02' }])
    at(monday + 25 * hour)
    await call('sendMessage', { at: { code }, key, body: { text: 'Lại hỏng' } })
    expect(await resolutions()).toEqual([])
    await act('resolveTicket', code, { outcome: 'repaired', ...said })
    expect(await resolutions()).toHaveLength(1)
    await expectRecordAgrees(db, 'mer_1')
  })

  it('counts what was withdrawn as excluded, not as due', async () => {
    const { code, key } = await ask()
    const before = await figuresOf('first-reply')
    await call('withdrawTicket', { at: { code }, key, body: {} })
    expect(await figuresOf('first-reply')).toEqual({ ...before, excluded: 1 })
  })

  it('tells what became of remedies, without the sums that nobody settled', async () => {
    const before = await figuresOf('first-reply')
    const context = testContext(Date.now() + 40 * 24 * hour)
    const late = [await ask(), await ask(), await ask()]
    await sweep(context)
    const by = { type: 'staff', id: 'mem_1' } as const
    const acts = [
      (state: TicketState) => settleRemedy(state, { number: 1, by }, shopCommitment, context.now),
      (state: TicketState) =>
        waiveRemedy(state, { number: 1, exclusion: 'water-damage', by }, shopCommitment, context.now),
    ]
    for (const [index, decide] of acts.entries()) {
      const ticket = await readTicket(db, 'mer_1', late[index]?.code ?? '')
      const change = ticket && decide(ticket.state)
      if (!change || isRefusal(change)) throw new Error('It was refused')
      expect(await writeChange(context, ticket, change)).toBe(true)
    }
    expect(await figuresOf('first-reply')).toMatchObject({
      due: (before?.due ?? 0) + 3,
      missed: (before?.missed ?? 0) + 3,
      remedies: { owed: 4, settled: 1, waived: 1, amounts: [{ amount: 50_000, currency: 'VND' }] },
    })
    await expectRecordAgrees(db, 'mer_1')
  })

  it('keeps a rare pledge out of the whole until the rare ones together are five, and then unnamed', async () => {
    const partner = {
      kind: 'support',
      customer: { name: 'A', phone: '0912345678', type: 'partner' },
    } as const
    const before = await recordOf()
    for (let count = 1; count <= 4; count++) {
      await act('replyToTicket', (await fileRequest(partner)).code, said)
      const { total, pledges } = await recordOf()
      // The reopened request above was one next reply, which is as rare.
      const isCounted = count + 1 >= 5
      expect(total?.due).toBe((before.total?.due ?? 0) + (isCounted ? 5 : 0))
      expect(pledges.find(({ pledge }) => pledge === 'partner-first-reply')?.figures).toBeNull()
      const unnamed = (await eventsOf()).filter(({ pledge }) => pledge === null)
      expect(unnamed).toHaveLength(isCounted ? 5 : 0)
      for (const line of unnamed) expect(line.milestone).toBeNull()
    }
    await act('replyToTicket', (await fileRequest(partner)).code, said)
    expect(await figuresOf('partner-first-reply')).toMatchObject({ due: 5, kept: 5 })
    expect((await eventsOf()).filter(({ pledge }) => pledge === 'partner-first-reply')).toHaveLength(5)
    expect((await recordOf()).total?.due).toBe((before.total?.due ?? 0) + 5)
  })

  it('is each merchant’s own', async () => {
    expect(await recordOf('365', 'song-xanh')).toMatchObject({ total: { due: 0 }, pledges: [] })
    expect(await eventsOf({}, 'song-xanh')).toEqual([])
    expect((await call('getRecord', { at: { merchant: 'nobody' } })).problem.code).toBe('merchant_not_found')
    expect((await call('getRecordEvents', { at: { merchant: 'nobody' } })).problem.code).toBe(
      'merchant_not_found',
    )
  })

  it('holds no id, code or time of any request', async () => {
    const tables = await env.DB.prepare('SELECT id, code, customer_id FROM tickets').raw<string[]>()
    const told = JSON.stringify([await recordOf('365'), await eventsOf()])
    for (const secret of tables.flat()) expect(told).not.toContain(secret)
    expect(told).not.toMatch(/\d{2}:\d{2}/)
  })

  it('is not sent again to whoever has it', async () => {
    for (const id of ['getRecord', 'getRecordEvents'] as const) {
      const etag = (await call(id, { at: minhAn })).headers.get('ETag') ?? ''
      const again = await call(id, { at: minhAn, headers: { 'If-None-Match': `W/${etag}` } })
      expect([etag.length, again.status]).toEqual([26, 304])
    }
  })

  it.each([
    ['getRecord', { days: '31' }],
    ['getRecord', { from: '2026-01-01' }],
    ['getRecordEvents', { month: '2026-13' }],
    ['getRecordEvents', { cursor: '2026-11-23.<script>' }],
  ] as const)('%s refuses %o', async (id, query) => {
    expect((await call(id, { at: minhAn, query: { ...query } })).problem.code).toBe('invalid_query')
  })
})

describe('a record of a year with ten pledges', () => {
  const year_days = 365
  const pledges = Array.from({ length: 10 }, (_, index) => `pledge-${index}`)
  const dates = Array.from({ length: year_days }, (_, index) =>
    new Date(monday - index * 86_400_000).toISOString().slice(0, 10),
  )

  beforeAll(async () => {
    at(monday)
    await storeMerchant(testContext(monday), { id: 'mer_big', slug: 'big' })
    const counts = "2, 1, 1, 0, 1, 1, 0, 0, json_object('VND', 50000), json_object('60', 2, '480', 1)"
    const insert = `INSERT INTO record_counters VALUES ('mer_big', ?, ?, ?, 'first_reply', ${counts})
      ON CONFLICT DO UPDATE SET kept = kept + 2, missed = missed + 1, late = late + 1,
      remedies_owed = remedies_owed + 1, remedies_settled = remedies_settled + 1,
      settled = json_object('VND', settled ->> '$.VND' + 50000),
      times = json_object('60', times ->> '$.60' + 2, '480', times ->> '$.480' + 1)`
    for (const date of dates) {
      const rows = pledges.flatMap((pledge) => [
        env.DB.prepare(insert).bind('day', date, pledge),
        env.DB.prepare(insert).bind('month', date.slice(0, 7), pledge),
      ])
      await env.DB.batch(rows)
    }
  })

  it.each([30, 90, 365] as const)(
    'is whole over %i days, from few rows, each found by an index',
    async (days) => {
      const { d1, counts } = countedD1(env.DB)
      const { value } = await call('getRecord', {
        at: { merchant: 'big' },
        query: { days: String(days) },
        bindings: { DB: d1 },
      })
      expect(value.total).toMatchObject({
        due: days * 30,
        kept: days * 20,
        missed: days * 10,
        medianMinutes: null,
      })
      for (const { figures } of value.pledges) {
        expect(figures).toMatchObject({
          due: days * 3,
          medianMinutes: 60,
          remedies: { settled: days, amounts: [{ amount: days * 50_000, currency: 'VND' }] },
        })
      }
      expect(value.months.map(({ total }) => total?.due)).toEqual([
        ...[31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31].map((length) => length * 30),
        23 * 30,
      ])
      expect(counts.roundTrips).toBe(1)
      expect(counts.rowsRead).toBeLessThanOrEqual(520)
      expect(counts.rowsWritten).toBe(0)
      expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
    },
  )

  it('is the same at every hour of a day, wherever the shop is', async () => {
    for (const [zone, today] of [
      ['Pacific/Kiritimati', '2026-12-01'],
      ['Etc/GMT+12', '2026-11-29'],
    ] as const) {
      await storeMerchant(testContext(monday), { id: `mer_${zone}`, slug: zone.slice(0, 3), timeZone: zone })
      await env.DB.prepare(
        `INSERT INTO record_counters SELECT ?, span, period, pledge, milestone, kept, missed, late, left_out,
         remedies_owed, remedies_settled, remedies_waived, remedies_expired, settled, times
         FROM record_counters WHERE merchant_id = 'mer_big'`,
      )
        .bind(`mer_${zone}`)
        .run()
      at(Date.parse('2026-11-30T11:00:00Z'))
      const { total, to } = await recordOf('30', zone.slice(0, 3))
      expect(to).toBe(today)
      // The last day with anything is 23 November.
      const length = 30 - (Date.parse(today) - Date.parse('2026-11-23')) / 86_400_000
      expect(total?.due).toBe(length * 30)
      at(monday)
    }
  })
})

it('a month of many lines comes in pages, each line once', async () => {
  at(monday)
  await storeMerchant(testContext(monday), { id: 'mer_many', slug: 'many' })
  const count = limits.record_page_max + 5
  const insert =
    "INSERT INTO record_lines VALUES ('mer_many', ?, ?, 'first-reply', 'first_reply', 'kept', 60, NULL, NULL)"
  const days = ['2026-11-02', '2026-11-03', '2026-10-31', '2026-11-24']
  await env.DB.batch(
    Array.from({ length: count }, (_, index) =>
      env.DB.prepare(insert).bind(days[index % 2], index.toString(16).padStart(20, '0')),
    ),
  )
  await env.DB.batch(days.slice(2).map((day) => env.DB.prepare(insert).bind(day, '0'.repeat(20))))
  const { d1, counts } = countedD1(env.DB)
  const query = { month: '2026-11' }
  const first = await call('getRecordEvents', { at: { merchant: 'many' }, query, bindings: { DB: d1 } })
  expect(first.value.events).toHaveLength(limits.record_page_max)
  expect(counts.rowsRead).toBeLessThanOrEqual(limits.record_page_max + 12)
  expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
  const cursor = first.value.nextCursor ?? ''
  const { value } = await call('getRecordEvents', { at: { merchant: 'many' }, query: { ...query, cursor } })
  expect(value.nextCursor).toBeUndefined()
  const all = [...first.value.events, ...value.events]
  expect(new Set(all.map(({ day, handle }) => day + handle)).size).toBe(count)
  expect(all).toHaveLength(count)
  await db.delete(recordCounters).where(eq(recordCounters.merchantId, 'mer_many'))
})
