import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { channels, foldEvents, kinds, outcomes, roles, statuses, type TicketState } from '@camket/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../db/db.ts'
import {
  attachments,
  commitments,
  deadlines,
  member,
  merchants,
  messages,
  outbox,
  remedies,
  remedyPayees,
  ticketContents,
  tickets,
} from '../db/schema.ts'
import { expectRecordAgrees } from '../testing/expect-record-agrees.ts'
import { readEvents } from '../testing/read-events.ts'
import { readTicketsById } from '../tickets/store.ts'
import { minhAn } from './minh-an/minh-an.ts'
import { seed } from './seed.ts'

const now = new Date('2026-11-23T03:00:00Z')
const allowedOrigins = ['http://localhost:8788']
const seedMillis_max = 120_000
const db = openDb(env.DB)

/**
 * As on the first start: no table holds anything. Rows can't be deleted, for history never is. The tables that a
 * full-text index is made of go with it.
 */
async function emptyDatabase(): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'article_search_%'",
  ).all<{ name: string }>()
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`DROP TABLE "${name}"`)))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}

/** SHA-256 of every row of every table. */
async function fingerprint(): Promise<string> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations' ORDER BY name",
  ).all<{ name: string }>()
  const contents = await env.DB.batch(
    tables.results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`)),
  )
  const text = JSON.stringify(contents.map(({ results }) => results))
  expect(text.length).toBeGreaterThan(50_000)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toHex()
}

it('says what to do when it was interrupted half-way', async () => {
  await emptyDatabase()
  // The merchant is there before its requests are planned, which fails for want of this calendar.
  const failing = { ...minhAn, calendar: 'of-nobody' }
  await expect(seed(env, { now, allowedOrigins, merchants: [failing] })).rejects.toThrow('no calendar')
  await expect(seed(env, { now, allowedOrigins })).rejects.toThrow('npm run reset')
  await env.FILES.delete('demo/unfinished')
})

it(
  'makes the same rows of the same instant each time',
  async () => {
    const merchants = [{ ...minhAn, pastRequests: 12 }]
    await emptyDatabase()
    await seed(env, { now, allowedOrigins, merchants })
    const first = await fingerprint()
    await emptyDatabase()
    await seed(env, { now, allowedOrigins, merchants })
    expect(await fingerprint()).toBe(first)
    await emptyDatabase()
    await seed(env, { now: new Date(now.getTime() + 1), allowedOrigins, merchants })
    expect(await fingerprint()).not.toBe(first)
  },
  seedMillis_max,
)

describe('the demo', () => {
  let counts: Awaited<ReturnType<typeof seed>>
  beforeAll(async () => {
    await emptyDatabase()
    counts = await seed(env, { now, allowedOrigins })
  }, seedMillis_max)

  it('has about 200 requests, some missed with remedies', () => {
    expect(counts).toEqual({
      merchants: 2,
      tickets: 200,
      missed: expect.toSatisfy((missed: number) => missed >= 20 && missed <= 60),
      remedies: expect.toSatisfy((owed: number) => owed >= 10 && owed <= 60),
    })
  })

  it('is left as it is when there are merchants already', async () => {
    expect(await seed(env, { now, allowedOrigins })).toEqual({ skipped: true })
  })

  it('is nothing but the fold of its events', async () => {
    const ids = (await db.select({ id: tickets.id }).from(tickets)).map(({ id }) => id)
    const stored: { id: string; state: TicketState }[] = []
    for (let start = 0; start < ids.length; start += 100) {
      stored.push(...(await readTicketsById(db, ids.slice(start, start + 100))))
    }
    expect(stored).toHaveLength(200)
    for (const { id, state } of stored) expect(state).toEqual(foldEvents(await readEvents(db, id)))
  })

  it('has a record of many deadlines that, recomputed from events, agrees', async () => {
    for (const { id } of await db.select({ id: merchants.id }).from(merchants)) {
      expect((await expectRecordAgrees(db, id)).lines).toBeGreaterThan(60)
    }
  })

  it('has paid most of what it owed, some of it late, and owes some still', async () => {
    const states = Object.groupBy(await db.select().from(remedies), ({ state }) => state)
    expect(states.settled?.length).toBeGreaterThan(states.owed?.length ?? 0)
    expect(states.owed?.length).toBeGreaterThan(0)
    const settling = (await db.select().from(deadlines)).filter(({ remedyNumber }) => remedyNumber !== null)
    expect(new Set(settling.map(({ metAt, dueAt }) => metAt && metAt > dueAt))).toEqual(
      new Set([true, false, null]),
    )
  })

  it('shows every kind, status, outcome and channel', async () => {
    const all = await db.select().from(tickets)
    const seen = (column: 'kind' | 'status' | 'outcome' | 'channel') =>
      new Set(all.flatMap((ticket) => ticket[column] ?? []))
    expect(seen('kind')).toEqual(new Set(kinds))
    expect(seen('status')).toEqual(new Set(statuses))
    expect(seen('outcome')).toEqual(new Set(outcomes))
    expect(seen('channel')).toEqual(new Set(channels))
  })

  it('has some 25 requests open, with nearly due and late ones among them', async () => {
    const open = (await db.select().from(tickets)).filter(({ inInbox }) => inInbox === 1)
    expect(open.length).toBeGreaterThanOrEqual(20)
    expect(open.length).toBeLessThanOrEqual(35)
    const hours = open.map(({ sortAt }) => (sortAt.getTime() - now.getTime()) / 3_600_000)
    expect(hours.filter((left) => left > 0 && left < 2).length).toBeGreaterThanOrEqual(2)
    expect(hours.filter((left) => left < 0).length).toBeGreaterThanOrEqual(2)
  })

  it('lies within the last 90 days, under every version of each commitment', async () => {
    const all = await db.select().from(tickets)
    const oldest = now.getTime() - 91 * 86_400_000
    expect(all.filter(({ filedAt }) => filedAt >= now || filedAt.getTime() < oldest)).toEqual([])
    const published = await db.select().from(commitments)
    for (const { merchantId, version } of published) {
      const under = all.filter((one) => one.merchantId === merchantId && one.commitmentVersion === version)
      expect(under.length, `${merchantId} version ${version}`).toBeGreaterThan(3)
    }
    expect(published.map(({ version }) => version).sort()).toEqual([1, 1, 2, 2, 3])
  })

  it('has no deadline that passed without being on record, and none recorded early', async () => {
    const all = await db.select().from(deadlines)
    expect(all.filter(({ watchAt }) => watchAt && watchAt.getTime() < now.getTime() - 60_000)).toEqual([])
    for (const { metAt, dueAt, missedAt } of all) {
      if (metAt) expect(missedAt !== null).toBe(metAt > dueAt)
    }
    expect((await db.select().from(remedies)).length).toBeGreaterThan(0)
  })

  it('has remedies in every stage: open, chosen, settled in time and late, waived with evidence and disputed', async () => {
    const owed = await db.select().from(remedies)
    const states = new Set(owed.map(({ state }) => state))
    for (const state of ['owed', 'chosen', 'settled', 'waived', 'disputed'] as const) {
      expect(states, state).toContain(state)
    }
    const clocks = (await db.select().from(deadlines)).filter(
      ({ remedyNumber, metAt }) => remedyNumber && metAt,
    )
    expect(clocks.filter(({ missedAt }) => missedAt === null).length).toBeGreaterThan(5)
    expect(clocks.filter(({ missedAt }) => missedAt !== null).length).toBeGreaterThan(1)
    const told = await db.select().from(remedyPayees)
    const settled = owed.filter(({ state }) => state === 'settled')
    for (const { id } of settled)
      expect(told.find(({ remedyId }) => remedyId === id)?.reference).toMatch(/^FT/)
    expect(told.filter(({ payTo }) => payTo !== null).length).toBeGreaterThan(5)
  })

  it('tells at least 40 different stories, with names in place of every blank', async () => {
    const contents = await db.select().from(ticketContents)
    expect(new Set(contents.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(40)
    const words = [
      ...contents.flatMap(({ subject, resolutionPlan }) => [subject, resolutionPlan ?? '']),
      ...(await db.select().from(messages)).map(({ text }) => text),
    ]
    expect(words.filter((text) => /[{}]/.test(text) || text !== text.normalize('NFC'))).toEqual([])
  })

  it('has photos that can be fetched, all of them attached', async () => {
    const files = await db.select().from(attachments)
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter(({ ticketId }) => ticketId === null)).toEqual([])
    for (const { objectKey, sizeBytes } of files) {
      expect((await env.FILES.head(objectKey))?.size).toBe(sizeBytes)
    }
  })

  it('has staff of every role for both merchants', async () => {
    const places = await db.select().from(member)
    const byMerchant = Object.groupBy(places, ({ organizationId }) => organizationId)
    expect(Object.keys(byMerchant)).toHaveLength(2)
    for (const staff of Object.values(byMerchant)) {
      expect(new Set(staff?.map(({ role }) => role))).toEqual(new Set(roles))
    }
  })

  it('has no mail waiting: nobody is told of its past', async () => {
    const rows = await db.select().from(outbox)
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.filter(({ nextTryAt, sentAt }) => nextTryAt ?? sentAt)).toEqual([])
  })
})
