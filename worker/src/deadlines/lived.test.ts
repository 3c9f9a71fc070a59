import { env } from 'cloudflare:workers'
import {
  answer,
  type Change,
  type Commitment,
  customerReply,
  foldEvents,
  handOff,
  isRefusal,
  type Refusal,
  resolve,
  setPriority,
  settleRemedy,
  type TicketState,
  wait,
} from '@camket/core'
import { asc, eq } from 'drizzle-orm'
import { expect, inject, it } from 'vitest'
import { insertCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { openDb } from '../db/db.ts'
import { deadlines, events } from '../db/schema.ts'
import { expectRecordAgrees } from '../testing/expect-record-agrees.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testCommitment } from '../testing/test-commitment.ts'
import { testContext } from '../testing/test-context.ts'
import { writeChange } from '../tickets/change-store.ts'
import { readTicketsById } from '../tickets/store.ts'
import { eventFromRow } from '../tickets/ticket-rows.ts'
import { sweep } from './sweep.ts'

const seed = inject('seed')
const requests_count = 300
const hour = 3_600_000
const from = Date.parse('2026-03-02T02:00:00Z')
const days = 40
const by = { type: 'staff', id: 'mem_1' } as const

/** London changes its clocks on 29 March, while a window is open. */
const commitment: Commitment = {
  ...testCommitment,
  calendars: {
    ...testCommitment.calendars,
    london: {
      timeZone: 'Europe/London',
      week: {
        mon: ['08:00-18:00'],
        tue: ['08:00-18:00'],
        wed: ['08:00-18:00'],
        thu: ['08:00-18:00'],
        fri: ['08:00-18:00'],
        sun: ['00:30-03:30'],
      },
      dates: { '2026-04-03': [], '2026-04-06': [] },
    },
  },
  pledges: testCommitment.pledges
    .map((pledge) => ({
      ...pledge,
      ...(pledge.id === 'resolution' && { calendar: 'london' }),
      warnings: [{ atPercent: 60, to: 'lead' } as const],
    }))
    .concat([
      {
        id: 'urgent',
        for: { priorities: ['urgent'] },
        milestone: 'resolution',
        within: { amount: 10, unit: 'working_hour' },
        calendar: 'london',
        moreSpecificThan: ['resolution'],
        warnings: [{ atPercent: 60, to: 'lead' }],
      },
    ]),
  internalPledges: [
    {
      id: 'inside',
      for: { departments: ['dep_2'] },
      milestone: 'next_reply',
      within: { amount: 3, unit: 'working_hour' },
      calendar: 'shop',
    },
  ],
}

/** The same numbers each time (a linear congruential generator, Numerical Recipes). */
function numbers(first: number): (below: number) => number {
  let state = first
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Act = (before: TicketState, now: Date) => Change | Refusal
const acts: readonly Act[] = [
  (before, now) => answer(before, { messageId: 'm', by }, commitment, now),
  (before, now) => answer(before, { messageId: 'm', by, thenWait: true }, commitment, now),
  (before, now) => customerReply(before, { messageId: 'm' }, commitment, now),
  (before, now) => wait(before, { by }, commitment, now),
  (before, now) => resolve(before, { outcome: 'repaired', messageId: 'm', by }, commitment, now),
  (before, now) => handOff(before, { toDepartment: 'dep_2', reason: 'parts', by }, commitment, now),
  (before, now) => setPriority(before, { priority: 'urgent', reason: 'more_urgent', by }, commitment, now),
  (before, now) => settleRemedy(before, { number: 1, by }, commitment, now),
]

/** A Worker that is ended in the middle of its run. */
function dying(context: Context, batches_max: number): Context {
  let batches = 0
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') return target.prepare.bind(target)
      return async (statements: D1PreparedStatement[]) => {
        batches += 1
        if (batches > batches_max) throw new Error('The Worker was ended')
        return target.batch(statements)
      }
    },
  })
  return { ...context, db: openDb(d1) }
}

it(`${requests_count} requests keep every promise of the sweep, whatever becomes of the cron (seed ${seed})`, async () => {
  const below = numbers(seed)
  const merchant = await storeMerchant(testContext(from - 1), { id: 'mer_lived', slug: 'lived' })
  await insertCommitment(testContext(from).db, {
    merchantId: merchant.id,
    version: 2,
    effectiveFrom: new Date(from),
    publishedAt: new Date(from),
    document: commitment,
    internalPledges: commitment.internalPledges ?? null,
    fingerprint: '',
  })
  const ids: string[] = []
  const hours = days * 24
  for (let slot = 0; slot < hours; slot += 2) {
    const now = from + slot * hour + below(3_600) * 1_000
    const context = testContext(now)
    const due = Math.ceil((requests_count * Math.min(slot + 2, hours - 240)) / (hours - 240))
    while (ids.length < Math.min(due, requests_count)) {
      const request = {
        commitmentVersion: 2,
        kind: below(2) === 0 ? ('warranty' as const) : ('complaint' as const),
      }
      ids.push((await storeRequest(context, merchant, { request, commitment })).id)
    }
    for (let turn = 0; turn < 4; turn += 1) {
      await live(context, ids[below(ids.length)] ?? '', acts[below(acts.length)])
    }
    const luck = below(20)
    if (luck < 5) continue
    if (luck < 9) await Promise.all([sweep(context), sweep(context)])
    else if (luck < 12) await sweep(dying(context, 2 + below(3))).catch(() => undefined)
    else if (luck < 14) await sweep(testContext(now - below(40) * hour))
    else await sweep(context)
  }
  const end = testContext(from + hours * hour)
  for (let run = 0; run < 4; run += 1) await sweep(end)

  const { db } = end
  const log = await db.select().from(events).where(eq(events.merchantId, merchant.id)).orderBy(asc(events.at))
  const once = new Map<string, number>()
  for (const { ticketId, type, at, data } of log) {
    if (type !== 'deadline_missed' && type !== 'deadline_warned') continue
    const key = `${ticketId} ${type} ${String(data.number)} ${String(data.atPercent ?? '')}`
    once.set(key, (once.get(key) ?? 0) + 1)
    if (type === 'deadline_missed') expect(at.getTime()).toBeGreaterThan(Date.parse(String(data.dueAt)))
  }
  const missed = [...once].filter(([key]) => key.includes('deadline_missed'))
  expect(missed.filter(([, times]) => times !== 1)).toEqual([])
  const stored = await db.select().from(deadlines).where(eq(deadlines.merchantId, merchant.id))
  // Nothing that is past is left without its line, and each line has its row.
  expect(stored.filter(({ missedAt }) => missedAt)).toHaveLength(missed.length)
  expect(stored.filter(({ watchAt }) => watchAt && watchAt < end.now)).toEqual([])
  const logs = Map.groupBy(log, ({ ticketId }) => ticketId)
  for (let start = 0; start < ids.length; start += 90) {
    for (const { id, state } of await readTicketsById(db, ids.slice(start, start + 90))) {
      const rows = (logs.get(id) ?? []).sort((a, b) => a.sequence - b.sequence)
      expect(foldEvents(rows.map(eventFromRow))).toEqual(state)
    }
  }
  const { lines } = await expectRecordAgrees(db, merchant.id)
  console.log(
    `seed ${seed}: ${ids.length} requests, ${log.length} events, ${missed.length} misses, ${lines} lines of the record`,
  )
  expect(missed.length).toBeGreaterThan(200)
}, 300_000)

async function live(context: Context, id: string, act: Act | undefined): Promise<void> {
  const [ticket] = await readTicketsById(context.db, [id])
  if (!ticket || !act) return
  const change = act(ticket.state, context.now)
  if (!isRefusal(change)) await writeChange(context, ticket, change)
}
