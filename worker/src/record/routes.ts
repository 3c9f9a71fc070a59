import { limits, operations } from '@camket/contracts'
import { dateIn, daysOfMonth, windowOf } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { isKnown } from '../http/is-known.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import { merchantBySlug, merchantIdOf } from '../merchants/store.ts'
import { recordSums, sumsFromRow } from './counters-store.ts'
import { cursorOf, placeOf } from './line-cursor.ts'
import { linesOf } from './lines-store.ts'
import { year_days } from './ranges-to-read.ts'
import { groupsIn, hidingIn } from './sum-groups.ts'
import { viewEvents, viewRecord } from './views.ts'

/** For everybody and for every page: how a commitment was kept is as public as the commitment. */
export const recordRoutes = new Hono<AppEnv>()
  .get('/merchants/:merchant/record', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'read', slug)
    const { days } = readQuery(c, operations.getRecord.query)
    const { db, now } = contextOf(c)
    const [[merchant], ...sums] = await db.batch([
      merchantBySlug(db, slug),
      ...recordSums(db, merchantIdOf(db, slug), now, days),
    ])
    if (!merchant) return raise('merchant_not_found', 'Check the address: it names the merchant.')
    return answer(c, viewRecord(merchant, sums.flat().map(sumsFromRow), days, now))
  })

  .get('/merchants/:merchant/record/events', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'read', slug)
    const { month: asked, cursor } = readQuery(c, operations.getRecordEvents.query)
    const { db, now } = contextOf(c)
    const after = cursor === undefined ? undefined : placeOf(cursor)
    const id = merchantIdOf(db, slug)
    // Without a month it is this one; which that is, is known once the merchant's clocks are.
    const month = asked ?? now.toISOString().slice(0, 7)
    const [[merchant], rows, ...sums] = await db.batch([
      merchantBySlug(db, slug),
      linesOf(db, id, daysOfMonth(month), after),
      ...recordSums(db, id, now, year_days),
    ])
    if (!merchant) return raise('merchant_not_found', 'Check the address: it names the merchant.')
    const today = dateIn(merchant.timeZone, now)
    const hiding = hidingIn(groupsIn(sums.flat().map(sumsFromRow), windowOf(year_days, today)))
    // What is due later and was done already is told on the day on which it falls due.
    const known = rows.filter(({ day }) => day <= today)
    const page = known.slice(0, limits.record_page_max)
    const last = known.length > page.length ? page.at(-1) : undefined
    return answer(c, {
      month,
      events: viewEvents(page, hiding),
      ...(last && { nextCursor: cursorOf(last) }),
    })
  })

/** With an ETag of the whole answer, so that whoever has it already gets nothing. */
async function answer(c: HonoContext<AppEnv>, body: object): Promise<Response> {
  const text = JSON.stringify(body)
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const etag = `"${new Uint8Array(hash).slice(0, 12).toHex()}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'public, max-age=60')
  if (isKnown(etag, c.req.header('If-None-Match'))) return c.body(null, 304)
  return c.body(text, 200, { 'Content-Type': 'application/json' })
}
