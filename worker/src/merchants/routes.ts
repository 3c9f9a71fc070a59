import { operations } from '@camket/contracts'
import { Hono } from 'hono'
import { readCommitment, versionInForce } from '../commitments/store.ts'
import { embedOf, firstArticleOf, untouched } from '../embed/store.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import { merchantBySlug, merchantIdOf, productsOf } from './store.ts'
import { viewWidget } from './views.ts'

export const merchantRoutes = new Hono<AppEnv>()

merchantRoutes.get('/merchants/:merchant/widget', async (c) => {
  const slug = c.req.param('merchant')
  await limitRate(c, 'read', slug)
  const query = readQuery(c, operations.getWidgetConfig.query)
  const { db, now } = contextOf(c)
  const merchantId = merchantIdOf(db, slug)
  const [[merchant], products, [inForce], [embed], [article]] = await db.batch([
    merchantBySlug(db, slug),
    productsOf(db, merchantId),
    versionInForce(db, merchantId, now),
    embedOf(db, merchantId),
    firstArticleOf(db, merchantId),
  ])
  if (!merchant) return raise('merchant_not_found', 'Check the name in `data-merchant` or in the address.')
  allowOrigin(c, merchant)
  const document = inForce && (await readCommitment(db, merchant.id, inForce.version))
  if (!document) return raise('commitment_not_found', 'This merchant has not published a commitment yet.')
  c.header('Cache-Control', 'public, max-age=60')
  const locale = query.locale ?? merchant.locale
  const hasArticles = article !== undefined
  return c.json(
    viewWidget(
      { merchant, products, embed: embed ?? untouched(merchant.id), hasArticles },
      { version: inForce.version, document },
      { locale, publicUrl: c.env.PUBLIC_URL },
    ),
  )
})

merchantRoutes.get('/merchants/:merchant/logo', async (c) => {
  const slug = c.req.param('merchant')
  await limitRate(c, 'read', slug)
  const [merchant] = await merchantBySlug(contextOf(c).db, slug)
  if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
  const logo = merchant.logoKey === null ? null : await c.env.FILES.get(merchant.logoKey)
  if (!logo) return raise('logo_not_found', 'Leave the picture out.')
  return c.body(logo.body, 200, {
    'Content-Type': logo.httpMetadata?.contentType ?? 'application/octet-stream',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'public, max-age=86400',
  })
})
