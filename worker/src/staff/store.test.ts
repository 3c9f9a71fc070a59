import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { expect, it } from 'vitest'
import { openDb } from '../db/db.ts'
import { countedD1, queryPlans } from '../testing/counted-d1.ts'
import { testContext } from '../testing/test-context.ts'
import {
  deleteExpiredSignIns,
  merchantsOfPerson,
  readMemberships,
  readPersonByEmail,
  readUserIdByEmail,
  staffOf,
} from './store.ts'

const now = new Date('2026-11-24T02:00:00Z')
const { db } = testContext(now.getTime())

it('finds everything by an index', async () => {
  const { d1, counts } = countedD1(env.DB)
  const counted = openDb(d1)
  await readMemberships(counted, 'token', now)
  await readPersonByEmail(counted, 'a@example.com')
  await merchantsOfPerson(counted, 'usr_1')
  await staffOf(counted, 'mer_1')
  await readUserIdByEmail(counted, 'a@example.com')
  await deleteExpiredSignIns(counted, now)
  const plans = await queryPlans(env.DB, counts)
  expect(plans.length).toBeGreaterThan(8)
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([])
})

it('forgets sessions and links from the instant on at which they are over, a batch at a time', async () => {
  const insert = env.DB.prepare(
    `INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at) VALUES (?1, ?1, 'usr_1', ?2, 0, 0)`,
  )
  const ends = [
    now.getTime() + 1,
    ...Array.from({ length: limits.removals_batch_max + 1 }, () => now.getTime()),
  ]
  await env.DB.batch(ends.map((end, index) => insert.bind(`s${index}`, end)))
  await env.DB.prepare(
    `INSERT INTO verification (id, identifier, value, expires_at, created_at, updated_at)
     VALUES ('over', 'x', 'x', ?1, 0, 0), ('not over', 'y', 'y', ?1 + 1, 0, 0)`,
  )
    .bind(now.getTime())
    .run()
  const left = async (table: string) =>
    (await env.DB.prepare(`SELECT id FROM ${table} ORDER BY id`).all<{ id: string }>()).results.length
  await deleteExpiredSignIns(db, now)
  expect([await left('session'), await left('verification')]).toEqual([2, 1])
  await deleteExpiredSignIns(db, now)
  expect([await left('session'), await left('verification')]).toEqual([1, 1])
})
