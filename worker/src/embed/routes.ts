import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { challengeFor } from '../http/require-proof.ts'
import { merchantBySlug, merchantIdOf } from '../merchants/store.ts'
import { embedOf, untouched } from './store.ts'

export const embedRoutes = new Hono<AppEnv>().get('/merchants/:merchant/challenge', async (c) => {
  const slug = c.req.param('merchant')
  await limitRate(c, 'file', `challenges of ${slug}`)
  const { db } = contextOf(c)
  const [[merchant], [row]] = await db.batch([merchantBySlug(db, slug), embedOf(db, merchantIdOf(db, slug))])
  if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
  allowOrigin(c, merchant)
  return c.json(await challengeFor(c, { merchantId: merchant.id, embed: row ?? untouched(merchant.id) }))
})
