import { type FileTicketBody, fileTicketBody, lostKeyBody, previewBody } from '@camket/contracts'
import { type Actor, parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import type { Statement } from '../db/statement.ts'
import { untouched } from '../embed/store.ts'
import { afterAnswer } from '../http/after-answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { bearerOf, claimedBy, customerOf } from '../http/customer-token.ts'
import { idempotent, keyOf } from '../http/idempotency.ts'
import { answerUnder, type IdempotencyRow } from '../http/idempotency-store.ts'
import { kickOutbox } from '../http/kick-outbox.ts'
import { allowOrigin } from '../http/origins.ts'
import { ProblemError, raise } from '../http/raise.ts'
import { limitMailbox, limitRate } from '../http/rate-limit.ts'
import { readBody } from '../http/read-body.ts'
import { isFlooded, requireProof } from '../http/require-proof.ts'
import { type Merchant, merchantBySlug, merchantIdOf, readMerchant } from '../merchants/store.ts'
import { type Filed, fileTicket } from './file-ticket.ts'
import { embedIn, type FilingRows, filingQueries } from './filing.ts'
import { previewDeadlines } from './preview-deadlines.ts'
import { revealed, type StoredReceipt, storedReceipt } from './receipt.ts'
import { requestLostKey } from './request-lost-key.ts'
import { readIdentity } from './store.ts'
import type { TicketIdentity } from './ticket-rows.ts'

/** What is asked of a merchant, under `/api/v1/merchants/:merchant`. */
export const filingRoutes = new Hono<AppEnv>()
  .post('/tickets', async (c) => {
    const slug = slugOf(c)
    await limitRate(c, 'file', slug)
    const flooded = await isFlooded(c, slug)
    const key = keyOf(c, 'file', { needed: true })
    const { website, ...body } = await readBody(c, fileTicketBody)
    const context = contextOf(c)
    const { db, now } = context
    const token = bearerOf(c)
    const who = { ...body.customer, externalId: claimedBy(token).sub }
    const merchantId = merchantIdOf(db, slug)
    const [[merchant], [stored], ...rows] = await db.batch([
      merchantBySlug(db, slug),
      answerUnder(db, { merchantId, key: key ?? '' }),
      ...filingQueries(context, merchantId, body, who),
    ])
    allowHere(c, merchant)
    const embed = embedIn(rows) ?? untouched(merchant.id)
    const known = token === undefined ? undefined : await customerOf(c, token, { slug, embed, now })
    // Whoever the merchant vouches for is no program, and a request that was taken is answered without a proof.
    const asked = { merchant, embed, locale: body.locale, flooded, trapped: Boolean(website) }
    const before = known ? undefined : () => requireProof(c, asked)
    const by = { type: 'customer' } as const
    return fileOnce(c, { merchant, body, by, key, stored, rows, before, externalId: known?.sub })
  })

  .post('/deadlines', async (c) => {
    const slug = slugOf(c)
    await limitRate(c, 'read', slug)
    const input = await readBody(c, previewBody)
    const context = contextOf(c)
    const { db } = context
    const [[merchant], ...rows] = await db.batch([
      merchantBySlug(db, slug),
      // Nobody is looked up by address or number: a preview tells no one who is known here.
      ...filingQueries(context, merchantIdOf(db, slug), input, undefined),
    ])
    allowHere(c, merchant)
    const locale = input.locale ?? merchant.locale
    return c.json(await previewDeadlines(context, merchant, { input, rows, locale }))
  })

  .post('/lost-keys', async (c) => {
    const slug = slugOf(c)
    await limitRate(c, 'file', slug)
    const merchant = await readMerchant(contextOf(c).db, slug)
    allowHere(c, merchant)
    const { code, email } = await readBody(c, lostKeyBody)
    await limitMailbox(c, email)
    const context = contextOf(c)
    const asked = { merchantId: merchant.id, code: parseTicketCode(code), email }
    // How long this takes would tell whether the two belong together.
    afterAnswer(c, () => requestLostKey(context, asked))
    return c.body(null, 202)
  })

type FilingOnce = {
  readonly merchant: Merchant
  readonly body: FileTicketBody
  readonly by: Actor
  readonly key: string | undefined
  readonly stored: IdempotencyRow | undefined
  /** From `filingQueries`. */
  readonly rows: FilingRows
  /** Done before anything is filed, and not for a replay; gives what is stored with it. */
  readonly before?: (() => Promise<readonly Statement[]>) | undefined
  readonly externalId?: string | undefined
}

/** Files once per key, for customers and for staff who type for them; answers with the receipt. */
export async function fileOnce(
  c: HonoContext<AppEnv>,
  { merchant, body, by, key, stored, rows, before, externalId }: FilingOnce,
): Promise<Response> {
  const context = contextOf(c)
  const { locale } = body
  let identity: TicketIdentity | undefined
  const response = await idempotent(c, {
    merchantId: merchant.id,
    key,
    stored,
    body,
    run: async (keep) => {
      const first = (await before?.()) ?? []
      const beside = (all: Filed) => [
        ...first,
        ...keep({ status: 201, answer: storedReceipt(all, locale), ticketId: all.identity.id }),
      ]
      try {
        const filed = await fileTicket(context, merchant, body, by, { beside, rows, externalId })
        identity = filed.identity
      } catch (error) {
        // Of two that use one proof at once, the second is told so.
        if (!(error instanceof ProblemError)) await before?.()
        throw error
      }
    },
    reveal: async ({ ticketId, answer }) => {
      const ticket = identity ?? (await readIdentity(context.db, ticketId))
      if (!ticket) throw new Error(`Ticket ${ticketId} is gone`)
      const { KEY_SECRET: secret, PUBLIC_URL: publicUrl } = c.env
      const telling = { secret, publicUrl, merchant, locale, now: context.now }
      return revealed(ticket, answer as StoredReceipt, telling)
    },
  })
  kickOutbox(c.env, c.executionCtx)
  return response
}

/** Lets only pages of sites that the merchant of this address lists. */
function allowHere(c: HonoContext<AppEnv>, merchant: Merchant | undefined): asserts merchant is Merchant {
  if (!merchant) raise('merchant_not_found', 'Check the name in the address.')
  allowOrigin(c, merchant)
}

const slugOf = (c: HonoContext<AppEnv>): string => c.req.param('merchant') ?? ''
