import { type CustomerTicket, operations } from '@camket/contracts'
import { parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import { isSamePerson } from '../customers/is-same-person.ts'
import type { Customer } from '../customers/store.ts'
import { type EmbedRow, untouched } from '../embed/store.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { bearerOf, customerOf, isToken } from '../http/customer-token.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readQuery } from '../http/read-body.ts'
import type { Merchant } from '../merchants/store.ts'
import { privateUrl, requestUrl } from '../portal-urls.ts'
import { customerTicket } from './customer-view.ts'
import { keyMatches } from './key-matches.ts'
import { readDoor, readPublicTicket, readWholeTicket } from './lookup-store.ts'
import { publicTicket } from './public-view.ts'
import type { TicketIdentity } from './ticket-rows.ts'

/** What is asked of one request, under `/api/v1/tickets/:code`. */
export const ticketRoutes = new Hono<AppEnv>().get('/', async (c) => {
  await limitRate(c, 'read', 'tickets')
  const shown = shownOf(c)
  const key = bearerOf(c)
  if (key !== undefined) return c.json(await customersView(c, key, shown))
  const { db, now } = contextOf(c)
  const rows = (await readPublicTicket(db, { code: codeOf(c) })) ?? notFound()
  allowOrigin(c, rows.merchant)
  return c.json(publicTicket(rows, now, shown.locale ?? rows.merchant.locale))
})

/** The ticket of this address for whoever holds its key, from a page of a site that its merchant lists. */
export async function openDoor(c: HonoContext<AppEnv>, idempotencyKey?: string) {
  const door = (await readDoor(contextOf(c).db, { code: codeOf(c) }, idempotencyKey)) ?? notFound()
  allowOrigin(c, door.merchant)
  const key = bearerOf(c) ?? ''
  await requireKey(c, door, key)
  return { ...door, key }
}

/** The ticket as it is now, drawn too where that is asked for. */
export async function customersView(
  c: HonoContext<AppEnv>,
  key: string,
  shown: Shown,
): Promise<CustomerTicket> {
  const { db, now } = contextOf(c)
  const { rows, words } = (await readWholeTicket(db, { code: codeOf(c) })) ?? notFound()
  allowOrigin(c, rows.merchant)
  await requireKey(c, { ...rows, embed: words?.embed, customer: words?.customer }, key)
  if (!words) return raise('ticket_not_found', 'What was said in this request has been erased.')
  const link = { secret: c.env.KEY_SECRET, publicUrl: c.env.PUBLIC_URL, now }
  const { merchant } = rows
  const locale = shown.locale ?? words.contents.locale
  const ticket = await customerTicket(rows, words, link, locale)
  if (!shown.card) return ticket
  // A token is worth an hour and more than one request: it goes into no address.
  const { code } = ticket
  const place = { publicUrl: c.env.PUBLIC_URL, merchant, locale }
  const pageUrl = isToken(key) ? requestUrl(place, code) : privateUrl(place, code, key)
  // Loaded by the first who asks: most requests that a Worker starts for want none.
  const { drawCard, drawLine } = await import('@camket/card')
  const draw = shown.card === 'line' ? drawLine : drawCard
  const drawn = draw(ticket, { locale, now, timeZone: merchant.timeZone, pageUrl })
  const tag = await tagOf(drawn)
  return shown.card === tag ? ticket : { ...ticket, card: { tag, ...drawn } }
}

/** Half of SHA-256: enough to tell two cards of one ticket apart. */
async function tagOf(drawn: object): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(drawn)))
  return new Uint8Array(bytes, 0, 16).toHex()
}

type Door = {
  readonly ticket: TicketIdentity
  readonly merchant: Pick<Merchant, 'id' | 'slug'>
  readonly embed: EmbedRow | undefined
  /** Who filed it. */
  readonly customer: Customer | undefined
}

/** The request's own key opens it, and a token of the customer who filed it. */
async function requireKey(
  c: HonoContext<AppEnv>,
  { ticket, merchant, embed, customer }: Door,
  key: string,
): Promise<void> {
  if (isToken(key)) {
    const { now } = contextOf(c)
    const known = { slug: merchant.slug, embed: embed ?? untouched(merchant.id), now }
    if (isSamePerson(customer, await customerOf(c, key, known))) return
  } else if (await keyMatches(c.env.KEY_SECRET, ticket, key)) return
  raise('key_wrong', 'Use the private link of the receipt, or have it mailed to you again.')
}

/** Mistyped codes are nobody's. */
export const codeOf = (c: HonoContext<AppEnv>): string => parseTicketCode(c.req.param('code') ?? '') ?? ''

const notFound = (): never =>
  raise('ticket_not_found', 'Check the code, symbol by symbol: it stands on the receipt.')

/** How the ticket is wanted. Raises `invalid_query` before anything is done. */
export const shownOf = (c: HonoContext<AppEnv>) => readQuery(c, operations.getTicket.query)
type Shown = ReturnType<typeof shownOf>
