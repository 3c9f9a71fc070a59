import { fileTicketBody, type InboxQuery, type InboxRow, limits } from '@camket/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Context } from '../context.ts'
import { readMerchant } from '../merchants/store.ts'
import { call } from '../testing/call.ts'
import { requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, signStaffIn } from '../testing/open-shop.ts'
import { testContext } from '../testing/test-context.ts'
import { answerTicket } from './answer-ticket.ts'
import { fileTicket } from './file-ticket.ts'
import { handOff } from './hand-off.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setStatus } from './set-status.ts'

/** Tuesday, 9:00 in the shop. */
const now = '2026-11-24T02:00:00.000Z'
const by = { id: 'stf.nhan.vien', merchantId: 'mer_1' }
const kinds = ['support', 'warranty', 'complaint'] as const
const tickets_count = 70

/** 70 requests, filed 20 minutes after each other, most of them worked on; two share every instant. */
async function fileMany(): Promise<void> {
  const started = Date.parse(now) - tickets_count * 20 * 60_000
  for (let index = 0; index < tickets_count; index++) {
    const context = testContext(started + Math.floor(index / 2) * 40 * 60_000)
    const merchant = await readMerchant(context.db, 'minh-an')
    if (!merchant) throw new Error('There is no merchant')
    const kind = kinds[index % kinds.length] ?? 'support'
    const body = fileTicketBody.parse(requestOf({ kind, subject: `Phiếu ${index}` }))
    const { identity } = await fileTicket(context, merchant, body, { type: 'customer' })
    await workOn(context, identity.code, index)
  }
}

async function workOn(context: Context, code: string, index: number): Promise<void> {
  const said = { code, text: 'Dạ', attachments: [], evidence: [], seenSequence: 1_000, thenWait: false }
  if (index % 10 < 3) return
  if (index % 10 === 3) return setStatus(context, by, { code, status: 'on_hold' })
  if (index % 10 < 7) return answerTicket(context, by, { ...said, thenWait: index % 2 === 0 })
  if (index % 10 === 7) {
    const place = { departmentId: 'mer_1.service', ownerId: 'stf.tho.may', reason: 'needs_parts' }
    return handOff(context, by, { code, ...place })
  }
  return resolveTicket(context, by, { ...said, outcome: 'answered' })
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  await fileMany()
})

afterAll(() => {
  vi.useRealTimers()
})

const pageOf = async (query: Record<string, string>) =>
  (await call('getInbox', { query, cookie: cookieOf('nhan.vien') })).value

/** All pages of a few rows each, as the desk reads them. */
async function readAll(query: Record<string, string>, rows_max = 7): Promise<InboxRow[]> {
  const rows: InboxRow[] = []
  let cursor: string | undefined
  for (let pages = 0; pages <= tickets_count; pages++) {
    const page = await pageOf({ ...query, limit: String(rows_max), ...(cursor && { cursor }) })
    rows.push(...page.tickets)
    if (page.nextCursor === undefined) return rows
    expect(page.tickets).toHaveLength(rows_max)
    cursor = page.nextCursor
  }
  throw new Error('The pages never end')
}

const codesOf = (rows: readonly InboxRow[]) => rows.map(({ code }) => code)

describe('pages of the inbox', () => {
  it('show every request once, however long a page is, and the done ones by themselves', async () => {
    const whole = await readAll({}, limits.inbox_page_max)
    const done = await readAll({ view: 'done' }, limits.inbox_page_max)
    expect(new Set(codesOf([...whole, ...done])).size).toBe(tickets_count)
    expect(whole.every(({ status }) => status !== 'resolved' && status !== 'closed')).toBe(true)
    expect(done.every(({ status }) => status === 'resolved')).toBe(true)
    for (const rows_max of [1, 7, 30]) expect(codesOf(await readAll({}, rows_max))).toEqual(codesOf(whole))
    expect(codesOf(await readAll({ view: 'done' }))).toEqual(codesOf(done))
  })

  it('begin with the nearest deadline that runs; whoever waits for a customer comes last', async () => {
    const rows = await readAll({})
    const running = rows.filter(({ nextDeadline }) => nextDeadline && nextDeadline.state !== 'paused')
    const instants = running.map(({ nextDeadline }) => nextDeadline?.dueAt ?? '')
    expect(instants).toEqual(instants.toSorted())
    expect(codesOf(rows.slice(0, running.length))).toEqual(codesOf(running))
    expect(rows.slice(running.length).every(({ nextDeadline }) => nextDeadline?.state !== 'running')).toBe(
      true,
    )
    expect(rows.filter(({ status }) => status === 'waiting').length).toBeGreaterThan(5)
    expect(running[0]?.nextDeadline).toMatchObject({ state: 'missed' })
  })

  it('of what is done begin with what was resolved last', async () => {
    const subjects = (await readAll({ view: 'done' })).map(({ subject }) => Number(subject.split(' ')[1]))
    const instants = subjects.map((index) => Math.floor(index / 2))
    expect(instants).toEqual(instants.toSorted((a, b) => b - a))
  })

  it.each<[string, InboxQuery, (row: InboxRow) => boolean]>([
    ['status', { status: 'on_hold' }, ({ status }) => status === 'on_hold'],
    ['kind', { kind: 'complaint' }, ({ kind }) => kind === 'complaint'],
    ['department', { department: 'mer_1.service' }, ({ departmentId }) => departmentId === 'mer_1.service'],
    ['mine', { owner: 'me' }, ({ ownerId }) => ownerId === by.id],
    ["nobody's", { owner: 'none' }, ({ ownerId }) => ownerId === undefined],
    [
      'several',
      { kind: 'warranty', department: 'mer_1.service', owner: 'none', status: 'new' },
      ({ kind, status, departmentId, ownerId }) =>
        kind === 'warranty' && status === 'new' && departmentId === 'mer_1.service' && ownerId === undefined,
    ],
    ['done and kind', { view: 'done', kind: 'support' }, ({ kind }) => kind === 'support'],
    ['done and mine', { view: 'done', owner: 'me' }, ({ ownerId }) => ownerId === by.id],
  ])('filtered by %s hold exactly those, in the same order', async (_name, filter, holds) => {
    const query = filter as Record<string, string>
    const all = await readAll(query.view ? { view: query.view } : {}, limits.inbox_page_max)
    const expected = all.filter(holds)
    expect(expected.length).toBeGreaterThan(0)
    expect(codesOf(await readAll(query, 3))).toEqual(codesOf(expected))
  })

  it("hold nothing of another merchant's", async () => {
    const { value } = await call('getInbox', { cookie: cookieOf('owner', 'song-xanh') })
    expect(value).toEqual({ tickets: [] })
  })

  it.each([
    [{ cursor: 'hello' }, '/cursor'],
    [{ cursor: btoa('5 tic_x') }, '/cursor'],
    [{ limit: '0' }, '/limit'],
    [{ limit: '101' }, '/limit'],
    [{ status: 'lost' }, '/status'],
    [{ colour: 'red' }, '/colour'],
  ])('are refused for %o', async (query, pointer) => {
    const { problem } = await call('getInbox', { query, cookie: cookieOf('nhan.vien') })
    expect([problem.status, problem.code, problem.errors?.map((error) => error.pointer)]).toEqual([
      400,
      'invalid_query',
      [pointer],
    ])
  })
})
