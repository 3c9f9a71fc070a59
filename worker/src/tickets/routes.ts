import {
  customerMessageBody,
  type FileTicketBody,
  fileTicketBody,
  lostKeyBody,
  operations,
  previewBody,
  withdrawalBody,
} from '@camket/contracts'
import { type Actor, parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import { afterAnswer } from '../http/after-answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { idempotent } from '../http/idempotency.ts'
import { kickOutbox } from '../http/kick-outbox.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { type Merchant, readMerchant } from '../merchants/store.ts'
import { customerTicket } from './customer-view.ts'
import { fileTicket } from './file-ticket.ts'
import { keyMatches } from './key-matches.ts'
import { type PublicRows, readPublicTicket, readWords } from './lookup-store.ts'
import { previewDeadlines } from './preview-deadlines.ts'
import { publicTicket } from './public-view.ts'
import { secretsOf, storedReceipt } from './receipt.ts'
import { replyAsCustomer } from './reply-as-customer.ts'
import { requestLostKey } from './request-lost-key.ts'
import { readTicketsById } from './store.ts'
import { withdrawTicket } from './withdraw-ticket.ts'

/** The customer's part, under `/api/v1`. */
export const ticketRoutes = new Hono<AppEnv>()
  .post('/merchants/:merchant/tickets', async (c) => {
    const merchant = await merchantAt(c, 'file')
    return fileOnce(c, merchant, await readBody(c, fileTicketBody), { type: 'customer' })
  })

  .post('/merchants/:merchant/deadlines', async (c) => {
    const merchant = await merchantAt(c, 'read')
    const body = await readBody(c, previewBody)
    return c.json(await previewDeadlines(contextOf(c), merchant, body, body.locale ?? merchant.locale))
  })

  .post('/merchants/:merchant/lost-keys', async (c) => {
    const merchant = await merchantAt(c, 'file')
    const body = await readBody(c, lostKeyBody)
    const context = contextOf(c)
    // How long this takes would tell whether the two belong together.
    afterAnswer(c, () => requestLostKey(context, { merchantId: merchant.id, ...body }))
    return c.body(null, 202)
  })

  .get('/tickets/:code', async (c) => {
    const rows = await ticketAt(c, 'read')
    const key = bearer(c)
    if (key !== undefined) return c.json(await forCustomer(c, rows, key))
    const { locale } = readQuery(c, operations.getTicket.query)
    return c.json(publicTicket(rows, contextOf(c).now, locale ?? rows.merchant.locale))
  })

  .post('/tickets/:code/messages', async (c) => {
    const { ticket } = await openedTicketAt(c)
    const body = await readBody(c, customerMessageBody)
    const { merchantId, id: ticketId, code } = ticket
    return idempotent(c, {
      operation: `message on ${code}`,
      merchantId,
      needed: false,
      body,
      run: async (keep) => {
        const answered = { status: 201, answer: {}, ticketId } as const
        await replyAsCustomer(contextOf(c), { merchantId, code, ...body, beside: () => keep(answered) })
        kickOutbox(c.env, c.executionCtx)
        return answered
      },
      reveal: () => presentView(c, code),
    })
  })

  .post('/tickets/:code/withdrawal', async (c) => {
    const { ticket } = await openedTicketAt(c)
    await readBody(c, withdrawalBody)
    await withdrawTicket(contextOf(c), ticket)
    return c.json(await presentView(c, ticket.code))
  })

/** Files under the request's key, for customers and for staff who type for them; answers with the receipt. */
export function fileOnce(
  c: HonoContext<AppEnv>,
  merchant: Merchant,
  body: FileTicketBody,
  by: Actor,
): Promise<Response> {
  const context = contextOf(c)
  const { locale } = body
  return idempotent(c, {
    operation: by.type === 'staff' ? `file by ${by.id}` : 'file',
    merchantId: merchant.id,
    needed: true,
    body,
    run: async (keep) => {
      const { identity, ...filed } = await fileTicket(context, merchant, body, by, (all) =>
        keep({ status: 201, answer: storedReceipt(all, locale), ticketId: all.identity.id }),
      )
      kickOutbox(c.env, c.executionCtx)
      return { status: 201, answer: storedReceipt({ identity, ...filed }, locale), ticketId: identity.id }
    },
    reveal: async ({ ticketId }) => {
      const [ticket] = await readTicketsById(context.db, [ticketId])
      if (!ticket) throw new Error(`Ticket ${ticketId} is gone`)
      const { KEY_SECRET: secret, PUBLIC_URL: publicUrl } = c.env
      return secretsOf(ticket, { secret, publicUrl, merchant, locale })
    },
  })
}

/** The merchant that the address names, for a page of a site that it lists. */
async function merchantAt(c: HonoContext<AppEnv>, limit: 'file' | 'read'): Promise<Merchant> {
  const slug = c.req.param('merchant') ?? ''
  await limitRate(c, limit, slug)
  const merchant = await readMerchant(contextOf(c).db, slug)
  if (!merchant) raise('merchant_not_found', 'Check the name in the address.')
  allowOrigin(c, merchant)
  return merchant
}

/** The ticket that the address names, for anybody, from a page of a site that its merchant lists. */
async function ticketAt(c: HonoContext<AppEnv>, limit: 'file' | 'read'): Promise<PublicRows> {
  await limitRate(c, limit, 'tickets')
  const code = parseTicketCode(c.req.param('code') ?? '')
  const rows = code && (await readPublicTicket(contextOf(c).db, code))
  if (!rows) raise('ticket_not_found', 'Check the code, symbol by symbol: it stands on the receipt.')
  allowOrigin(c, rows.merchant)
  return rows
}

/** The same for whoever holds its key. */
async function openedTicketAt(c: HonoContext<AppEnv>): Promise<PublicRows> {
  const rows = await ticketAt(c, 'file')
  await requireKey(c, rows, bearer(c) ?? '')
  return rows
}

async function requireKey(c: HonoContext<AppEnv>, { ticket }: PublicRows, key: string): Promise<void> {
  if (await keyMatches(c.env.KEY_SECRET, ticket, key)) return
  raise('key_wrong', 'Use the private link of the receipt, or have it mailed to you again.')
}

async function forCustomer(c: HonoContext<AppEnv>, rows: PublicRows, key: string) {
  await requireKey(c, rows, key)
  const { db, now } = contextOf(c)
  const words = await readWords(db, rows.ticket)
  if (!words) raise('ticket_not_found', 'What was said in this request has been erased.')
  const { locale } = readQuery(c, operations.getTicket.query)
  const link = { secret: c.env.KEY_SECRET, publicUrl: c.env.PUBLIC_URL, now }
  return customerTicket(rows, words, link, locale ?? words.contents.locale)
}

/** The ticket as it is after what was just done, or done before under the same key. */
async function presentView(c: HonoContext<AppEnv>, code: string) {
  const rows = await readPublicTicket(contextOf(c).db, code)
  if (!rows) throw new Error(`Ticket ${code} is gone`)
  return forCustomer(c, rows, bearer(c) ?? '')
}

function bearer(c: HonoContext<AppEnv>): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
}
