import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { countedD1 } from '../testing/counted-d1.ts'
import { seed } from './seed.ts'

it('tmp', async () => {
  const { d1, counts } = countedD1(env.DB)
  const t = Date.now()
  await seed({ ...env, DB: d1 }, { now: new Date('2026-11-23T03:00:00Z'), allowedOrigins: [] })
  const by = new Map<string, number>()
  for (const { sql } of counts.statements) {
    const k = sql.slice(0, 60)
    by.set(k, (by.get(k) ?? 0) + 1)
  }
  console.log(
    Date.now() - t,
    counts.roundTrips,
    counts.statements.length,
    [...by].sort((a, b) => b[1] - a[1]).slice(0, 30),
  )
  const t2 = Date.now()
  for (let i = 0; i < 1000; i++) await env.DB.prepare('select 1').first()
  console.log('1000 selects', Date.now() - t2)
}, 60000)
