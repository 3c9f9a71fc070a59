import { checkSiteBody, operations, previewEmbedBody, saveEmbedBody } from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import { readCommitment, versionInForce } from '../commitments/store.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { merchantById, productsOf } from '../merchants/store.ts'
import { viewWidget } from '../merchants/views.ts'
import { identifySecret } from './identify-secret.ts'
import { embedOf, firstArticleOf, untouched, writeIdentify } from './store.ts'
import { viewEmbed } from './views.ts'

const maySetUp = requireRole('owner', 'lead')

/** How the widget is set up, under `/api/v1/desk`. */
export const deskEmbedRoutes = new Hono<AppEnv>()
  .use('/embed', requireStaff, maySetUp)
  .use('/embed/*', requireStaff, maySetUp)

  .get('/embed', async (c) => {
    const { merchant, row } = await settingsOf(c)
    return c.json(viewEmbed(merchant, row, c.env.PUBLIC_URL))
  })

  .put('/embed', async (c) => {
    const body = await readBody(c, saveEmbedBody)
    const before = await settingsOf(c)
    const { saveEmbed } = await import('./save-embed.ts')
    await saveEmbed(contextOf(c), c.env.KEY_SECRET, before.merchant, before.row, body)
    const { merchant, row } = await settingsOf(c)
    return c.json(viewEmbed(merchant, row, c.env.PUBLIC_URL))
  })

  .post('/embed/preview', async (c) => {
    const query = readQuery(c, operations.previewEmbed.query)
    const { heading, ...look } = await readBody(c, previewEmbedBody)
    const { db, now } = contextOf(c)
    const { merchantId } = c.var.staff
    const [[merchant], products, [inForce], [article]] = await db.batch([
      merchantById(db, merchantId),
      productsOf(db, merchantId),
      versionInForce(db, merchantId, now),
      firstArticleOf(db, merchantId),
    ])
    if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
    const document = inForce && (await readCommitment(db, merchantId, inForce.version))
    if (!document) return raise('commitment_not_found', 'Publish a commitment first.')
    const embed = { ...untouched(merchantId), ...look, heading: heading ?? null }
    const locale = query.locale ?? merchant.locale
    const source = { merchant: { ...merchant, ...look }, products, embed, hasArticles: article !== undefined }
    return c.json(
      viewWidget(source, { version: inForce.version, document }, { locale, publicUrl: c.env.PUBLIC_URL }),
    )
  })

  .post('/embed/identify-secret', async (c) => {
    const { db, now, random } = contextOf(c)
    const { merchantId } = c.var.staff
    const identifySalt = random(16).toHex()
    const identifyVersion = await writeIdentify(db, merchantId, identifySalt, now)
    const secret = await identifySecret(c.env.KEY_SECRET, { merchantId, identifyVersion, identifySalt })
    return c.json({ secret, version: identifyVersion, madeAt: now.toISOString() }, 201)
  })

  .post('/embed/checks', async (c) => {
    const { url } = await readBody(c, checkSiteBody)
    await limitRate(c, 'auth', `site checks of ${c.var.staff.merchantId}`)
    const { merchant } = await settingsOf(c)
    const { PUBLIC_URL: publicUrl, OUTSIDE } = c.env
    // Few ask for it: whoever files a request loads none of it.
    const { checkSite } = await import('./check-site.ts')
    const ask = (request: Request) => (OUTSIDE ? OUTSIDE.fetch(request) : fetch(request))
    return c.json(await checkSite(merchant, url, { publicUrl, fetch: ask }))
  })

async function settingsOf(c: HonoContext<AppEnv>) {
  const { db } = contextOf(c)
  const { merchantId } = c.var.staff
  const [[merchant], [row]] = await db.batch([merchantById(db, merchantId), embedOf(db, merchantId)])
  if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
  return { merchant, row: row ?? untouched(merchantId) }
}
