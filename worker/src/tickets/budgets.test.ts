import { env } from 'cloudflare:workers'
import type { FileTicketInput, Receipt } from '@camket/contracts'
import { fileTicket } from '@camket/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Statement } from '../db/statement.ts'
import type { Env } from '../env.ts'
import { newId } from '../new-id.ts'
import { call } from '../testing/call.ts'
import { type Counts, countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { type ActId, act, said } from '../testing/desk.ts'
import { fileRequest, requestOf } from '../testing/file-request.ts'
import { cookieOf, openShop, shopCommitment, signStaffIn } from '../testing/open-shop.ts'
import { owe } from '../testing/owe.ts'
import { storeUpload } from '../testing/store-upload.ts'
import { testContext } from '../testing/test-context.ts'
import { changeStatements } from './change-store.ts'
import { insertContents } from './contents-store.ts'

const now = '2026-11-23T02:00:00.000Z'
const dayMillis = 86_400_000
const tickets_count = 300
const tickets_per_batch = 50
/** Ids that are made within one millisecond lie in any order, and so do the rows that are passed by. */
const rowsRead_slack = 3

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
  for (let stored = 0; stored < tickets_count; stored += tickets_per_batch) await storeBatch(stored)
  // Versions of commitments are read once in an isolate; what is measured is the rest.
  await fileRequest()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterAll(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Requests of one merchant, a minute after each other. */
async function storeBatch(first: number): Promise<void> {
  const statements: Statement[] = []
  for (let index = first; index < first + tickets_per_batch; index++) {
    const context = testContext(Date.parse(now) - index * 60_000)
    const id = newId('tic', context)
    const identity = { id, merchantId: 'mer_1', code: id, keySalt: '' }
    const request = {
      kind: 'warranty',
      channel: 'widget',
      customerId: `cus_${index}`,
      customerType: 'consumer',
      commitmentVersion: 1,
      departmentId: 'mer_1.service',
    } as const
    const change = fileTicket(request, shopCommitment, context.now, { type: 'customer' })
    const contact = { name: 'Khách', email: `khach.${index}@example.com` }
    const rest = {
      page: null,
      product: null,
      coverage: null,
      callback: null,
      fields: null,
      resolutionPlan: null,
      ratingComment: null,
    }
    statements.push(
      ...(await changeStatements(context, identity, { ...change, notices: [] })),
      insertContents(context.db, {
        ticketId: id,
        merchantId: 'mer_1',
        subject: 'A',
        contact,
        locale: 'vi',
        ...rest,
      }),
    )
  }
  const [head, ...tail] = statements
  if (head) await testContext(now).db.batch([head, ...tail])
}

/** What an operation does in the database until its answer is ready; mails leave after it and are not counted. */
async function countOf(run: (bindings: Pick<Env, 'DB'>) => Promise<{ status: number }>): Promise<Counts> {
  const { d1, counts } = countedD1(env.DB)
  const DB = new Proxy(d1, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name, target) as unknown
      return (sql: string) => {
        if (sql.startsWith('update "outbox"')) throw new Error('No mail leaves while others are counted')
        return target.prepare(sql)
      }
    },
  })
  expect((await run({ DB })).status).toBeLessThan(300)
  return counts
}

/** A request with a conversation, to be looked at. */
async function talkedAbout(): Promise<Receipt> {
  const receipt = await fileRequest({ attachments: [await storeUpload()] })
  await act('replyToTicket', receipt.code, { ...said, thenWait: true })
  await call('sendMessage', { at: { code: receipt.code }, key: receipt.key, body: { text: 'Vâng' } })
  await act('handOff', receipt.code, { departmentId: 'mer_1.care', reason: 'needs_parts' })
  return receipt
}

const minhAn = { merchant: 'minh-an' }
const file = (body: FileTicketInput, idempotencyKey: string, bindings?: Pick<Env, 'DB'>) =>
  call('fileTicket', { at: minhAn, body, idempotencyKey, ...(bindings && { bindings }) })
const inbox = (query: Record<string, string>, bindings?: Pick<Env, 'DB'>) =>
  call('getInbox', { query, cookie: cookieOf('nhan.vien'), ...(bindings && { bindings }) })

type Budget = readonly [roundTrips: number, rowsRead: number, rowsWritten: number]
type Run = (bindings: Pick<Env, 'DB'>) => Promise<{ status: number }>

/**
 * Each deadline that is decided writes three rows of the public record: its line, and the sums of its day and month.
 * Each operation prepares what it needs and gives what is to be counted. */
const operations: readonly [string, Budget, () => Promise<Run>][] = [
  ['a widget', [1, 8, 0], async () => (bindings) => call('getWidgetConfig', { at: minhAn, bindings })],
  ['a commitment', [1, 5, 0], async () => (bindings) => call('getCommitment', { at: minhAn, bindings })],
  [
    'a preview',
    [1, 13, 0],
    async () => (bindings) => call('previewDeadlines', { at: minhAn, body: { kind: 'warranty' }, bindings }),
  ],
  ['a filing of somebody new', [2, 17, 25], async () => (bindings) => file(requestOf(), 'new', bindings)],
  [
    'a filing of somebody known, with two files',
    [3, 30, 28],
    async () => {
      const body = requestOf({ attachments: [await storeUpload(), await storeUpload()] })
      await file({ ...body, attachments: [] }, 'before')
      return (bindings) => file(body, 'known', bindings)
    },
  ],
  [
    'a replay',
    [2, 18, 0],
    async () => {
      const body = requestOf()
      await file(body, 'replayed')
      return (bindings) => file(body, 'replayed', bindings)
    },
  ],
  [
    'a look-up',
    [1, 26, 0],
    async () => {
      const { code } = await talkedAbout()
      return (bindings) => call('getTicket', { at: { code }, bindings })
    },
  ],
  [
    'a look-up with the key',
    [1, 57, 0],
    async () => {
      const { code, key } = await talkedAbout()
      return (bindings) => call('getTicket', { at: { code }, key, bindings })
    },
  ],
  [
    "a customer's reply",
    [4, 76, 7],
    async () => {
      const { code, key } = await talkedAbout()
      const sent = { at: { code }, key, body: { text: 'Alo?' }, idempotencyKey: 'reply' }
      return (bindings) => call('sendMessage', { ...sent, bindings })
    },
  ],
  [
    "a customer's rating",
    [4, 83, 5],
    async () => {
      const { code, key } = await talkedAbout()
      await act('resolveTicket', code, { outcome: 'repaired', ...said })
      const body = { level: 5, about: 'people', cause: 'skill', comment: 'Thợ làm khéo' }
      return (bindings) => call('rateTicket', { at: { code }, key, body, idempotencyKey: 'rating', bindings })
    },
  ],
  ['a page of the inbox', [3, 187, 0], async () => (bindings) => inbox({}, bindings)],
  [
    'the third page of what is assigned to nobody',
    [3, 188, 0],
    async () => {
      const first = await inbox({ owner: 'none' })
      const second = await inbox({ owner: 'none', cursor: first.value.nextCursor ?? '' })
      return (bindings) => inbox({ owner: 'none', cursor: second.value.nextCursor ?? '' }, bindings)
    },
  ],
  [
    'a ticket in the desk',
    [2, 62, 0],
    async () => {
      const { code } = await talkedAbout()
      return (bindings) => call('getDeskTicket', { at: { code }, cookie: cookieOf('nhan.vien'), bindings })
    },
  ],
  ['an answer', [5, 61, 17], async () => staffAct('replyToTicket', said, { idempotencyKey: 'answer' })],
  ['a note', [4, 56, 5], async () => staffAct('noteOnTicket', { text: 'Gọi kho' })],
  ['a plan', [5, 54, 3], async () => staffAct('setPlan', { text: 'Thay máy nén' })],
  [
    'a hand-off',
    [5, 71, 3],
    async () => staffAct('handOff', { departmentId: 'mer_1.care', reason: 'needs_parts' }),
  ],
  ['a resolution', [4, 66, 22], async () => staffAct('resolveTicket', { outcome: 'repaired', ...said })],
  // From here on some of the 300 have missed their first reply and owe something.
  [
    'a page of what is owed',
    [3, 660, 0],
    async () => {
      await oweOvernight()
      return (bindings) => call('getRemedies', { cookie: cookieOf('nhan.vien'), bindings })
    },
  ],
  [
    "a customer's choice of what they are owed",
    [4, 73, 7],
    async () => {
      const { code, key, id } = await oweOvernight()
      const body = { offer: 0, payTo: { way: 'shop' } }
      return (bindings) =>
        call('chooseRemedy', { at: { code, id }, key, body, idempotencyKey: 'choice', bindings })
    },
  ],
  [
    'a settlement',
    [5, 74, 17],
    async () => {
      const { code, id } = await oweOvernight()
      const body = { reference: 'FT1', seenAmount: { amount: 50_000, currency: 'VND' } }
      const sent = { at: { code, id }, body, cookie: cookieOf('nhan.vien'), idempotencyKey: 'settle' }
      return (bindings) => call('settleRemedy', { ...sent, bindings })
    },
  ],
]

/** The staff's sessions of the day after. */
let nextDay: Promise<void> | undefined

/** Something that is owed since yesterday; and some of the 300 owe something too. */
async function oweOvernight(): Promise<Awaited<ReturnType<typeof owe>>> {
  vi.setSystemTime(new Date(now))
  const owed = await owe()
  vi.setSystemTime(new Date(Date.parse(now) + dayMillis))
  // A session of yesterday is looked up and prolonged; what is measured is the rest.
  nextDay ??= signStaffIn()
  await nextDay
  return owed
}

async function staffAct(id: ActId, body: object, more: { idempotencyKey?: string } = {}): Promise<Run> {
  const { code } = await fileRequest()
  return (bindings) => act(id, code, body, { ...more, bindings })
}

describe('among 300 requests', () => {
  it.each(operations)(
    '%s stays within its budget, and finds every row by an index',
    async (_name, budget, prepare) => {
      const counts = await countOf(await prepare())
      const { roundTrips, rowsRead, rowsWritten } = counts
      expect(roundTrips).toBeLessThanOrEqual(budget[0])
      expect(rowsRead).toBeLessThanOrEqual(budget[1] + rowsRead_slack)
      expect(rowsWritten).toBeLessThanOrEqual(budget[2])
      expect(tableScans(await queryPlans(env.DB, counts))).toEqual([])
    },
  )
})
