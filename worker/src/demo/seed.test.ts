import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { seed } from './seed.ts'

it('tmp', async () => {
  const t = Date.now()
  console.log(await seed(env, { now: new Date('2026-11-23T03:00:00Z'), allowedOrigins: [] }), Date.now() - t)
  for (const q of [
    'kind',
    'status',
    'outcome',
    'channel',
    'priority',
    'coverage',
    'commitment_version',
    'hand_offs',
    'in_inbox',
    'customer_type',
  ])
    console.log(
      q,
      JSON.stringify(
        (
          await env.DB.prepare(
            `select merchant_id like '%' x, ${q} v, count(*) n from tickets group by ${q}`,
          ).all()
        ).results,
      ),
    )
  console.log(
    JSON.stringify(
      (await env.DB.prepare(`select count(*) n, avg(missed_at is not null) m from deadlines`).all()).results,
    ),
    JSON.stringify((await env.DB.prepare(`select count(*) from events`).all()).results),
  )
  expect(1).toBe(1)
}, 60000)
