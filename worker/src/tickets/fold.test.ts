import { env } from 'cloudflare:workers'
import { foldEvents } from '@camket/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tickets } from '../db/schema.ts'
import { closeResolved } from '../deadlines/close-resolved.ts'
import { sweep } from '../deadlines/sweep.ts'
import { call } from '../testing/call.ts'
import { act, acts, said } from '../testing/desk.ts'
import { expectRecordAgrees } from '../testing/expect-record-agrees.ts'
import { fileRequest } from '../testing/file-request.ts'
import { openShop, signStaffIn } from '../testing/open-shop.ts'
import { readEvents } from '../testing/read-events.ts'
import { testContext } from '../testing/test-context.ts'
import { readTicketsById } from './store.ts'

const started = Date.parse('2026-11-23T02:00:00.000Z')
const { db } = testContext(started)
const lives_count = 14
const turns_count = 14
const kinds = ['warranty', 'support', 'complaint', 'callback'] as const

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: started })
  await openShop(testContext('2026-10-01T00:00:00Z'))
  await signStaffIn()
})

afterAll(() => {
  vi.useRealTimers()
})

/** The same numbers each time (a linear congruential generator, Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Does one thing after another to a request; what its status does not allow is refused, which is fine too. */
async function live(seed: number): Promise<void> {
  const below = numbers(seed)
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const callback = { from: inHours(0), to: inHours(2) }
  const kind = kinds[seed % kinds.length] ?? 'support'
  const { code, key } = await fileRequest({ kind, ...(kind === 'callback' && { callback }) })
  for (let turn = 0; turn < turns_count; turn++) {
    vi.setSystemTime(Date.now() + below(16) * 3_600_000)
    const [id, body] = acts[below(acts.length)] ?? acts[0] ?? ['noteOnTicket', {}]
    const thing = below(10)
    if (thing === 0) await call('sendMessage', { at: { code }, key, body: { text: 'Alo?' } })
    else if (thing === 1) await sweep(testContext(Date.now()))
    else if (thing === 2 && turn > 8) await call('withdrawTicket', { at: { code }, key, body: {} })
    else if (thing === 4) await call('rateTicket', { at: { code }, key, body: { level: 1 + below(6) } })
    else if (thing === 3)
      await act('setStatus', code, { status: (['open', 'on_hold', 'closed'] as const)[below(3)] })
    else await act(id, code, { ...body, ...(id === 'replyToTicket' && { thenWait: below(2) === 0 }) })
  }
}

describe('what is stored of a request', () => {
  it('is the fold of its events, whatever happened to it', async () => {
    for (let seed = 1; seed <= lives_count; seed++) await live(seed)
    // One that owes nothing, and so is closed.
    const { code } = await fileRequest()
    await act('resolveTicket', code, { outcome: 'repaired', ...said })
    await sweep(testContext(Date.now()))
    await closeResolved(testContext(Date.now() + 40 * 86_400_000))
    const rows = await db.select({ id: tickets.id, status: tickets.status }).from(tickets)
    const ids = rows.map(({ id }) => id)
    for (const { id, state } of await readTicketsById(db, ids)) {
      expect(foldEvents(await readEvents(db, id))).toEqual(state)
    }
    // The requests went through enough for this to say something.
    const filed = "SELECT DISTINCT data ->> 'kind' FROM events WHERE type = 'filed'"
    const lived = await env.DB.prepare(filed).raw<[string]>()
    expect(lived.flat().sort()).toEqual([...kinds].sort())
    const types = await env.DB.prepare('SELECT DISTINCT type FROM events').raw<[string]>()
    expect(types.flat().sort()).toEqual([
      'answered',
      'call_made',
      'closed',
      'customer_replied',
      'deadline_excluded',
      'deadline_met',
      'deadline_missed',
      'deadline_paused',
      'deadline_resumed',
      'deadline_started',
      'facts_set',
      'filed',
      'handed_off',
      'held',
      'kind_set',
      'noted',
      'plan_set',
      'priority_set',
      'rated',
      'remedy_owed',
      'reopened',
      'resolved',
      'resumed',
      'waited',
    ])
  }, 30_000)

  it('has record and remedies that, recomputed from events, agree', async () => {
    expect((await expectRecordAgrees(db, 'mer_1')).lines).toBeGreaterThan(20)
  })

  it('has every event numbered from 1 without a gap, each once', async () => {
    const { results } = await env.DB.prepare(
      `SELECT t.id FROM tickets t JOIN events e ON e.ticket_id = t.id GROUP BY t.id
       HAVING count(*) <> t.sequence OR min(e.sequence) <> 1 OR max(e.sequence) <> t.sequence`,
    ).all()
    expect(results).toEqual([])
  })
})

describe('the database itself', () => {
  it.each([
    'UPDATE events SET at = 0 WHERE sequence = 1',
    'DELETE FROM events WHERE sequence = 1',
    'INSERT OR REPLACE INTO events SELECT ticket_id, sequence, merchant_id, 0, by_type, by_id, type, data FROM events WHERE sequence = 1',
    "UPDATE commitments SET document = '{}'",
    'UPDATE commitments SET effective_from = 0',
    'DELETE FROM commitments',
    'INSERT OR REPLACE INTO commitments SELECT * FROM commitments',
  ])('refuses %s', async (sql) => {
    const read = () => env.DB.prepare('SELECT * FROM events ORDER BY ticket_id, sequence').raw()
    const before = await read()
    expect(before.length).toBeGreaterThan(100)
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(/never|append-only/)
    expect(await read()).toEqual(before)
  })
})
