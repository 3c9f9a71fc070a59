import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { answer, foldEvents, isRefusal } from '@camket/core'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDb } from '../db/db.ts'
import { deadlines, outbox, remedies } from '../db/schema.ts'
import type { Merchant } from '../merchants/store.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { readEvents } from '../testing/read-events.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testCommitment } from '../testing/test-commitment.ts'
import { testContext } from '../testing/test-context.ts'
import { writeChange } from '../tickets/change-store.ts'
import { readTicketsById } from '../tickets/store.ts'
import { sweep } from './sweep.ts'

// Monday 10:00 in Hanoi; the first reply is due 4 working hours later, at 15:30, the resolution on 1 December.
const filed = testContext('2026-11-23T03:00:00Z')
const replyDue = Date.parse('2026-11-23T08:30:00Z')
const late = testContext(replyDue + 60_000)
const veryLate = testContext('2026-12-24T00:00:00Z')
const { db } = filed

let merchant: Merchant
beforeEach(async () => {
  // What another test left open is none of this one's business.
  await db.update(deadlines).set({ watchAt: null })
  merchant = await storeMerchant(filed, { id: `mer_${crypto.randomUUID()}`, slug: crypto.randomUUID() })
})

const fileMany = async (count: number) => {
  const filings = Array.from({ length: count }, () => storeRequest(filed, merchant))
  return (await Promise.all(filings)).map(({ id }) => id)
}
const missesOf = async (ticketId: string) =>
  (await readEvents(db, ticketId)).filter(({ data }) => data.type === 'deadline_missed').length

/** Each ticket has its one miss and its one remedy, and is still the fold of its events. */
async function expectMissedOnce(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    expect(await missesOf(id)).toBe(1)
    expect(await db.select().from(remedies).where(eq(remedies.ticketId, id))).toHaveLength(1)
    const [stored] = await readTicketsById(db, [id])
    expect(stored?.state).toEqual(foldEvents(await readEvents(db, id)))
  }
}

describe('a deadline', () => {
  it('is kept on its very instant and missed a millisecond later', async () => {
    const [id = ''] = await fileMany(1)
    expect(await sweep(testContext(replyDue))).toEqual({ changed: 0, overtaken: 0 })
    expect(await missesOf(id)).toBe(0)
    expect(await sweep(testContext(replyDue + 1))).toEqual({ changed: 1, overtaken: 0 })
    await expectMissedOnce([id])
  })

  it('that is missed owes its remedy from the instant that passed, however late the sweep', async () => {
    const [id = ''] = await fileMany(1)
    await sweep(testContext(replyDue + 3 * 3_600_000))
    const [remedy] = await db.select().from(remedies).where(eq(remedies.ticketId, id))
    expect(remedy).toMatchObject({
      pledge: 'first-reply',
      state: 'owed',
      owedAt: new Date(replyDue),
    })
    const [stored] = await readTicketsById(db, [id])
    expect(stored?.state.deadlines.at(-1)).toMatchObject({
      milestone: 'remedy_settled',
      remedyNumber: 1,
      // Three working days after Monday: Thursday's closing time.
      dueAt: new Date('2026-11-26T10:30:00Z'),
    })
  })

  it('that was met in time is not missed', async () => {
    const { id } = await storeRequest(filed, merchant)
    const [stored] = await readTicketsById(db, [id])
    if (!stored) throw new Error('The ticket was not stored')
    const by = { type: 'staff', id: 'mem_1' } as const
    const change = answer(stored.state, { messageId: 'msg_1', by }, testCommitment, filed.now)
    if (isRefusal(change)) throw new Error(change.refused)
    await writeChange(filed, stored, change)
    expect(await sweep(late)).toEqual({ changed: 0, overtaken: 0 })
  })
})

describe('a sweep', () => {
  it('records each miss once however often it runs', async () => {
    const ids = await fileMany(3)
    await sweep(late)
    await sweep(late)
    await sweep(testContext(late.now.getTime() + 3_600_000))
    await expectMissedOnce(ids)
  })

  it('records each miss once when two run at the same time', async () => {
    const ids = await fileMany(45)
    const [one, other] = await Promise.all([sweep(late), sweep(late)])
    expect((one?.changed ?? 0) + (other?.changed ?? 0)).toBe(45)
    await expectMissedOnce(ids)
  })

  it('that dies half-way is finished by the next', async () => {
    const ids = await fileMany(45)
    let batches = 0
    const dying = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'prepare') return target.prepare.bind(target)
        return async (statements: D1PreparedStatement[]) => {
          // Two batches read what is due and how it stands; the third writes 20 tickets; then the Worker is gone.
          batches += 1
          if (batches > 3) throw new Error('The Worker was ended')
          return target.batch(statements)
        }
      },
    })
    await expect(sweep({ ...late, db: openDb(dying) })).rejects.toThrow(AggregateError)
    const swept = await Promise.all(ids.map(missesOf))
    expect(swept.filter((misses) => misses === 1)).toHaveLength(limits.sweep_batch_tickets_max)
    expect(await sweep(late)).toEqual({ changed: 25, overtaken: 0 })
    await expectMissedOnce(ids)
  })

  it('leaves a ticket alone that somebody answers in the same moment, and records the others', async () => {
    const ids = await fileMany(5)
    const [stored] = await readTicketsById(db, ids.slice(2, 3))
    if (!stored) throw new Error('The ticket was not stored')
    const by = { type: 'staff', id: 'mem_1' } as const
    const change = answer(stored.state, { messageId: 'msg_1', by }, testCommitment, late.now)
    if (isRefusal(change)) throw new Error(change.refused)
    let batches = 0
    const racing = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'prepare') return target.prepare.bind(target)
        return async (statements: D1PreparedStatement[]) => {
          // Between the sweep's reading and its writing.
          batches += 1
          if (batches === 3) await writeChange(late, stored, change)
          return target.batch(statements)
        }
      },
    })
    expect(await sweep({ ...late, db: openDb(racing) })).toEqual({ changed: 4, overtaken: 1 })
    // The answer itself told the miss, before it told that it was late.
    await expectMissedOnce(ids)
  })

  it('goes on behind a ticket that can not be changed', async () => {
    const broken = await storeRequest(filed, merchant, { request: { commitmentVersion: 99 } })
    const ids = await fileMany(2)
    await expect(sweep(late)).rejects.toThrow('1 tickets failed')
    await expectMissedOnce(ids)
    expect(await missesOf(broken.id)).toBe(0)
  })

  it('takes more tickets than fit into one pass', async () => {
    const ids = await fileMany(limits.sweep_tickets_max + 5)
    expect(await sweep(late)).toEqual({ changed: ids.length, overtaken: 0 })
  })

  it('records all that a ticket has missed at once', async () => {
    const [id = ''] = await fileMany(1)
    await sweep(veryLate)
    // The first reply, the resolution, and that what the first owes was not settled in time.
    expect(await missesOf(id)).toBe(3)
  })

  it('takes nothing back when the clock jumps back', async () => {
    const ids = await fileMany(2)
    await sweep(late)
    expect(await sweep(filed)).toEqual({ changed: 0, overtaken: 0 })
    await sweep(late)
    await expectMissedOnce(ids)
  })
})

describe('the cost of a sweep', () => {
  it('with nothing due is one read of nothing, however many tickets there were', async () => {
    await fileMany(60)
    await sweep(veryLate)
    const { d1, counts } = countedD1(env.DB)
    await sweep({ ...veryLate, db: openDb(d1) })
    expect(counts).toMatchObject({ roundTrips: 1, rowsWritten: 0 })
    // One look at the end of each of the two indexes: what is watched among deadlines, and among remedies.
    expect(counts.rowsRead).toBeLessThanOrEqual(2)
  })

  it('of 100 due tickets stays within its budget, and every row is found by an index', async () => {
    const ids = await fileMany(100)
    const { d1, counts } = countedD1(env.DB)
    expect(await sweep({ ...late, db: openDb(d1) })).toEqual({ changed: ids.length, overtaken: 0 })
    // Due tickets, their states, their commitment, five batches of writes, and that no more are due.
    expect(counts.roundTrips).toBeLessThanOrEqual(9)
    expect(counts.rowsRead).toBeLessThanOrEqual(1_310)
    // Of each: events, ticket, deadlines, the remedy and its place in the list of what is owed, the mail that tells it,
    // and in the public record a line, a day's sums and a month's.
    expect(counts.rowsWritten).toBeLessThanOrEqual(1_500)
    const plans = await queryPlans(env.DB, counts)
    expect(tableScans(plans)).toEqual([])
    expect(plans.join('\n')).toContain('INDEX deadlines_to_watch')
  })
})

it('has the customer told once of what a missed deadline owes: nobody looks every day whether something is', async () => {
  await db.delete(outbox)
  const [id = ''] = await fileMany(1)
  const before = await db.select().from(outbox)
  await sweep(late)
  await sweep(late)
  await sweep(veryLate)
  expect(await missesOf(id)).toBeGreaterThan(0)
  const since = (await db.select().from(outbox)).slice(before.length)
  expect(since).toMatchObject([{ ticketId: id, kind: 'remedy', number: 1 }])
})
