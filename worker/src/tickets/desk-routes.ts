import {
  callBody,
  deskFileBody,
  handOffBody,
  inboxQuery,
  noteBody,
  operations,
  planBody,
  priorityBody,
  replyBody,
  resolutionBody,
  statusBody,
} from '@camket/contracts'
import { parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import { customerById } from '../customers/store.ts'
import type { Statement } from '../db/statement.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { idempotent } from '../http/idempotency.ts'
import { kickOutbox } from '../http/kick-outbox.ts'
import { raise } from '../http/raise.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { readMerchantById } from '../merchants/store.ts'
import { answerTicket } from './answer-ticket.ts'
import { handOff } from './hand-off.ts'
import { type PublicRows, readPublicTicket, readWords } from './lookup-store.ts'
import { noteOnTicket } from './note-on-ticket.ts'
import { readInbox } from './read-inbox.ts'
import { recordCall } from './record-call.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { fileOnce } from './routes.ts'
import { setPlan } from './set-plan.ts'
import { setPriority } from './set-priority.ts'
import { setStatus } from './set-status.ts'
import { staffTicket } from './staff-view.ts'

const mayRead = requireRole('owner', 'lead', 'staff', 'read_only')
const mayAct = requireRole('owner', 'lead', 'staff')

/** The staff's part, under `/api/v1/desk`. Whatever is another merchant's is not there. */
export const deskTicketRoutes = new Hono<AppEnv>()
  .use('/tickets', requireStaff, mayRead)
  .use('/tickets/*', requireStaff, mayRead)

  .get('/tickets', async (c) => c.json(await readInbox(contextOf(c), c.var.staff, readQuery(c, inboxQuery))))

  .post('/tickets', mayAct, async (c) => {
    const { id, merchantId } = c.var.staff
    const merchant = await readMerchantById(contextOf(c).db, merchantId)
    if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
    return fileOnce(c, merchant, await readBody(c, deskFileBody), { type: 'staff', id })
  })

  .get('/tickets/:code', async (c) => c.json(await presentView(c)))

  .post('/tickets/:code/replies', mayAct, async (c) => {
    const body = await readBody(c, replyBody)
    return once(c, 'reply', body, (code, beside) =>
      answerTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    )
  })

  .post('/tickets/:code/notes', mayAct, async (c) => {
    const body = await readBody(c, noteBody)
    return once(c, 'note', body, (code, beside) =>
      noteOnTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    )
  })

  .post('/tickets/:code/resolution', mayAct, async (c) => {
    const body = await readBody(c, resolutionBody)
    return once(c, 'resolution', body, (code, beside) =>
      resolveTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    )
  })

  .put('/tickets/:code/priority', mayAct, async (c) => {
    await setPriority(contextOf(c), c.var.staff, { code: codeOf(c), ...(await readBody(c, priorityBody)) })
    return c.json(await presentView(c))
  })

  .put('/tickets/:code/plan', mayAct, async (c) => {
    await setPlan(contextOf(c), c.var.staff, { code: codeOf(c), ...(await readBody(c, planBody)) })
    return c.json(await presentView(c))
  })

  .post('/tickets/:code/hand-offs', mayAct, async (c) => {
    const body = await readBody(c, handOffBody)
    await ownTicket(c)
    await handOff(contextOf(c), c.var.staff, { code: codeOf(c), ...body })
    return c.json(await presentView(c), 201)
  })

  .put('/tickets/:code/status', mayAct, async (c) => {
    await setStatus(contextOf(c), c.var.staff, { code: codeOf(c), ...(await readBody(c, statusBody)) })
    return c.json(await presentView(c))
  })

  .post('/tickets/:code/calls', mayAct, async (c) => {
    await recordCall(contextOf(c), c.var.staff, { code: codeOf(c), ...(await readBody(c, callBody)) })
    return c.json(await presentView(c), 201)
  })

/** Does an act once per key, if the request has one; answers with the ticket as it is now. */
async function once(
  c: HonoContext<AppEnv>,
  act: string,
  body: unknown,
  run: (code: string, beside: (ticketId: string) => readonly Statement[]) => Promise<void>,
): Promise<Response> {
  const { ticket } = await ownTicket(c)
  const { id, merchantId } = c.var.staff
  const answered = { status: 201, answer: {}, ticketId: ticket.id } as const
  return idempotent(c, {
    operation: `${act} on ${ticket.code} by ${id}`,
    merchantId,
    needed: false,
    body,
    run: async (keep) => {
      await run(ticket.code, () => keep(answered))
      kickOutbox(c.env, c.executionCtx)
      return answered
    },
    reveal: () => presentView(c),
  })
}

async function ownTicket(c: HonoContext<AppEnv>): Promise<PublicRows> {
  const rows = await readPublicTicket(contextOf(c).db, codeOf(c))
  if (rows?.ticket.merchantId !== c.var.staff.merchantId) raise('ticket_not_found', 'Check the code.')
  return rows
}

async function presentView(c: HonoContext<AppEnv>) {
  const { db, now } = contextOf(c)
  const rows = await ownTicket(c)
  const { ticket } = rows
  const [words, [customer]] = await Promise.all([
    readWords(db, ticket),
    customerById(db, ticket.merchantId, ticket.state.ticket.customerId),
  ])
  if (!words) raise('ticket_not_found', 'What was said in this request has been erased.')
  const { locale } = readQuery(c, operations.getDeskTicket.query)
  const link = { secret: c.env.KEY_SECRET, publicUrl: c.env.PUBLIC_URL, now }
  return staffTicket(rows, words, customer, link, locale ?? rows.merchant.locale)
}

function codeOf(c: HonoContext<AppEnv>): string {
  return parseTicketCode(c.req.param('code') ?? '') ?? ''
}
