import { operations } from '@camket/contracts'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { isKnown } from '../http/is-known.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import { merchantBySlug, merchantIdOf } from '../merchants/store.ts'
import { storedVersion, versionsOf } from './store.ts'
import { viewCommitment } from './views.ts'

/** For everybody and for every page: what is published is public. */
export const commitmentRoutes = new Hono<AppEnv>()

commitmentRoutes.get('/merchants/:merchant/commitment', async (c) => {
  const slug = c.req.param('merchant')
  await limitRate(c, 'read', slug)
  const { version } = readQuery(c, operations.getCommitment.query)
  const { db, now } = contextOf(c)
  const merchantId = merchantIdOf(db, slug)
  const [[merchant], versions, [stored]] = await db.batch([
    merchantBySlug(db, slug),
    versionsOf(db, merchantId),
    storedVersion(db, merchantId, version ?? { inForceAt: now }),
  ])
  if (!merchant) return raise('merchant_not_found', 'Check the address: it names the merchant.')
  if (!stored) {
    return raise(
      'commitment_not_found',
      'Leave the version out to read the one in force, if one is published.',
    )
  }
  const view = viewCommitment(merchant, stored, versions)
  const etag = `"${stored.version}-${stored.fingerprint.slice(0, 16)}-${versions.length}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'public, max-age=60')
  return isKnown(etag, c.req.header('If-None-Match')) ? c.body(null, 304) : c.json(view)
})
