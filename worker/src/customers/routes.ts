import { limits, operations } from '@camket/contracts'
import { parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import { embedOf, untouched } from '../embed/store.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { bearerOf, claimedBy, customerOf } from '../http/customer-token.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import { merchantBySlug, merchantIdOf } from '../merchants/store.ts'
import { waysToKnow } from './is-same-person.ts'
import { requestsOf, standingOf, standingOfPerson } from './requests-store.ts'
import { viewMyTickets, viewStanding } from './views.ts'

/** What a customer may ask of all of theirs, under `/api/v1/merchants/:merchant`. */
export const customerRoutes = new Hono<AppEnv>()
  .get('/my/tickets', async (c) => {
    const slug = slugOf(c)
    await limitRate(c, 'read', slug)
    const token = bearerOf(c) ?? ''
    const { db, now } = contextOf(c)
    const merchantId = merchantIdOf(db, slug)
    const claimed = waysToKnow(claimedBy(token))
    const [[merchant], [embed], ...rows] = await db.batch([
      merchantBySlug(db, slug),
      embedOf(db, merchantId),
      ...requestsOf(db, merchantId, claimed),
    ])
    if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    const claims = await customerOf(c, token, { slug, embed: embed ?? untouched(merchant.id), now })
    return c.json(viewMyTickets(rows, claims, now))
  })

  .get('/unread', async (c) => {
    const slug = slugOf(c)
    await limitRate(c, 'read', slug)
    const codes = codesIn(readQuery(c, operations.checkUnread.query).codes ?? '')
    const token = bearerOf(c)
    const { db, now } = contextOf(c)
    const merchantId = merchantIdOf(db, slug)
    const claimed = waysToKnow(claimedBy(token))
    const [[merchant], [embed], known, own] = await db.batch([
      merchantBySlug(db, slug),
      embedOf(db, merchantId),
      standingOf(db, merchantId, codes),
      standingOfPerson(db, merchantId, claimed),
    ])
    if (!merchant) return raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    if (token !== undefined) await customerOf(c, token, { slug, embed: embed ?? untouched(merchant.id), now })
    const text = JSON.stringify(viewStanding([...known, ...(token === undefined ? [] : own)]))
    const etag = await etagOf(text)
    c.header('ETag', etag)
    // A browser keeps the answer and asks whether it still holds.
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Authorization', { append: true })
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
    return c.body(text, 200, { 'Content-Type': 'application/json' })
  })

const slugOf = (c: HonoContext<AppEnv>): string => c.req.param('merchant') ?? ''

/** Mistyped codes are nobody's. Raises `invalid_query` for more than one look may ask about. */
function codesIn(text: string): string[] {
  const codes = [...new Set(text.split(',').flatMap((code) => parseTicketCode(code) ?? []))]
  if (codes.length <= limits.unread_codes_max) return codes
  const message = `At most ${limits.unread_codes_max} codes at once.`
  return raise('invalid_query', message, { errors: [{ pointer: '/codes', code: 'too_big', message }] })
}

async function etagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `"${new Uint8Array(digest).slice(0, 12).toHex()}"`
}
