import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { beforeAll, expect, inject, it } from 'vitest'
import { openDb } from '../db/db.ts'
import { countedD1, queryPlans, tableScans } from '../testing/counted-d1.ts'
import { storeMerchant, storeRequest } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { type DueCursor, readDue } from './store.ts'
import { sweep } from './sweep.ts'

const closed_count = inject('closedTickets')
const due_count = 700
const filed = testContext('2026-11-23T03:00:00Z')
const now = new Date('2026-11-23T08:31:00Z')

/** A row as many times, each with the number in place of `#` in its id; one statement for ten thousand of them. */
async function multiply(
  table: string,
  members: Readonly<Record<string, string>>,
  count: number,
): Promise<void> {
  const columns = (
    await env.DB.prepare(`SELECT name FROM pragma_table_info('${table}')`).raw<[string]>()
  ).flat()
  const values = columns.map((name) => members[name] ?? `"${name}"`).join(', ')
  for (let from = 0; from < count; from += 10_000) {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
       INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
       SELECT ${values} FROM n, (SELECT * FROM ${table} WHERE ${members.from} LIMIT 1)`,
    )
      .bind(from, Math.min(from + 10_000, count))
      .run()
  }
}

beforeAll(async () => {
  const merchant = await storeMerchant(filed, { id: 'mer_rows', slug: 'rows' })
  const { id } = await storeRequest(filed, merchant)
  // What is missed and what it owes, as closed requests have them.
  await sweep({ ...filed, now })
  const ofTicket = `ticket_id = '${id}'`
  const closed = `'closed_' || i`
  await multiply(
    'tickets',
    { from: `id = '${id}'`, id: closed, code: closed, status: `'closed'`, in_inbox: '0' },
    closed_count,
  )
  for (const number of [1, 2]) {
    const from = `${ofTicket} AND number = ${number}`
    await multiply('deadlines', { from, ticket_id: closed, watch_at: 'NULL' }, closed_count)
  }
  await multiply(
    'remedies',
    { from: ofTicket, id: closed, ticket_id: closed, watch_at: 'NULL', is_open: '0' },
    closed_count,
  )
  const due = { from: `${ofTicket} AND number = 2`, ticket_id: `'due_' || i` }
  await multiply('deadlines', { ...due, watch_at: String(now.getTime() - 60_000) }, due_count)
}, 300_000)

it(`among ${closed_count} closed requests a sweep reads what is due and no more, up to its limit`, async () => {
  const { d1, counts } = countedD1(env.DB)
  const db = openDb(d1)
  let cursor: DueCursor | undefined
  let found = 0
  for (let pass = 0; pass < limits.sweep_passes_max; pass += 1) {
    const page = await readDue(db, now, cursor)
    found += page.ticketIds.length
    cursor = page.next
  }
  const rows_max = limits.sweep_tickets_max * limits.sweep_passes_max
  expect([found, rows_max]).toEqual([500, 500])
  // Each pass looks once at the end of the index of remedies, and goes on where it stopped in that of deadlines.
  expect(counts.rowsRead).toBeLessThanOrEqual(rows_max + 2 * limits.sweep_passes_max)
  console.log(`${closed_count} closed requests: ${counts.rowsRead} rows read to find ${found} that are due`)
  const plans = await queryPlans(env.DB, counts)
  expect(tableScans(plans)).toEqual([])
  expect(plans.join('\n')).toContain('INDEX deadlines_to_watch')
  expect(plans.join('\n')).toContain('INDEX remedies_to_watch')
})

it('with nothing due it reads nothing of them', async () => {
  await env.DB.prepare('UPDATE deadlines SET watch_at = NULL WHERE watch_at < ?').bind(now.getTime()).run()
  const { d1, counts } = countedD1(env.DB)
  await sweep({ ...filed, now, db: openDb(d1) })
  expect(counts.roundTrips).toBe(1)
  expect(counts.rowsRead).toBeLessThanOrEqual(2)
})
