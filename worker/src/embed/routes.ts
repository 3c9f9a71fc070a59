import { operations, solvePassBody } from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { challengeFor, solvePass } from '../http/require-proof.ts'
import { type Merchant, merchantBySlug, merchantIdOf } from '../merchants/store.ts'
import { type EmbedRow, embedOf, untouched } from './store.ts'

export const embedRoutes = new Hono<AppEnv>()
  .get('/merchants/:merchant/challenge', async (c) => {
    const { locale } = readQuery(c, operations.getChallenge.query)
    const asking = await settingsOf(c, c.req.param('merchant'))
    return c.json(await challengeFor(c, { ...asking, locale: locale ?? asking.merchant.locale }))
  })

  .post('/merchants/:merchant/challenge/passes', async (c) => {
    const asking = await settingsOf(c, c.req.param('merchant'))
    const { pass } = await readBody(c, solvePassBody)
    await solvePass(c, { ...asking, locale: asking.merchant.locale }, pass)
    return c.body(null, 204)
  })

async function settingsOf(
  c: HonoContext<AppEnv>,
  slug: string,
): Promise<{ readonly merchant: Merchant; readonly embed: EmbedRow }> {
  await limitRate(c, 'file', `challenges of ${slug}`)
  const { db } = contextOf(c)
  const [[merchant], [row]] = await db.batch([merchantBySlug(db, slug), embedOf(db, merchantIdOf(db, slug))])
  if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
  allowOrigin(c, merchant)
  return { merchant, embed: row ?? untouched(merchant.id) }
}
