import {
  callBody,
  type DeskTicket,
  deskFileBody,
  factsBody,
  handOffBody,
  inboxQuery,
  kindBody,
  noteBody,
  operations,
  planBody,
  priorityBody,
  rematchBody,
  replyBody,
  resolutionBody,
  statusBody,
} from '@camket/contracts'
import { type Locale, parseTicketCode } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import type * as z from 'zod'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { idempotent, keyOf } from '../http/idempotency.ts'
import { answerUnder, readAnswer } from '../http/idempotency-store.ts'
import { kickOutbox } from '../http/kick-outbox.ts'
import { raise } from '../http/raise.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { merchantById } from '../merchants/store.ts'
import { answerTicket } from './answer-ticket.ts'
import { filingQueries } from './filing.ts'
import { fileOnce } from './filing-routes.ts'
import { handOff } from './hand-off.ts'
import { readWholeTicket } from './lookup-store.ts'
import { noteOnTicket } from './note-on-ticket.ts'
import { previewRematch } from './preview-rematch.ts'
import { readInbox } from './read-inbox.ts'
import { recordCall } from './record-call.ts'
import { resolveTicket } from './resolve-ticket.ts'
import { setFacts } from './set-facts.ts'
import { setKind } from './set-kind.ts'
import { setPlan } from './set-plan.ts'
import { setPriority } from './set-priority.ts'
import { setStatus } from './set-status.ts'
import type { By } from './staff-message.ts'
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
    const key = keyOf(c, `file by ${id}`, { needed: true })
    const body = await readBody(c, deskFileBody)
    const context = contextOf(c)
    const { db } = context
    const [[merchant], [stored], ...rows] = await db.batch([
      merchantById(db, merchantId),
      answerUnder(db, { merchantId, key: key ?? '' }),
      ...filingQueries(context, merchantId, body, body.customer),
    ])
    if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
    return fileOnce(c, { merchant, body, by: { type: 'staff', id }, key, stored, rows })
  })

  .get('/tickets/:code', async (c) => c.json(await presentView(c, localeOf(c))))

  .post('/tickets/:code/replies', mayAct, async (c) => {
    const body = await readBody(c, replyBody)
    return once(c, {
      act: 'reply',
      body,
      run: (code, beside) => answerTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    })
  })

  .post('/tickets/:code/notes', mayAct, async (c) => {
    const body = await readBody(c, noteBody)
    return once(c, {
      act: 'note',
      body,
      run: (code, beside) => noteOnTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    })
  })

  .post('/tickets/:code/resolution', mayAct, async (c) => {
    const body = await readBody(c, resolutionBody)
    return once(c, {
      act: 'resolution',
      body,
      run: (code, beside) => resolveTicket(contextOf(c), c.var.staff, { code, ...body, beside }),
    })
  })

  .put('/tickets/:code/priority', mayAct, async (c) => act(c, priorityBody, setPriority))
  .put('/tickets/:code/kind', mayAct, async (c) => act(c, kindBody, setKind))
  .put('/tickets/:code/facts', mayAct, async (c) => act(c, factsBody, setFacts))
  .post('/tickets/:code/rematch', mayAct, async (c) => {
    const wish = await readBody(c, rematchBody)
    return c.json(await previewRematch(contextOf(c), c.var.staff, { code: codeOf(c), ...wish }))
  })
  .put('/tickets/:code/plan', mayAct, async (c) => act(c, planBody, setPlan))
  .put('/tickets/:code/status', mayAct, async (c) => act(c, statusBody, setStatus))
  .post('/tickets/:code/hand-offs', mayAct, async (c) => act(c, handOffBody, handOff, 201))
  .post('/tickets/:code/calls', mayAct, async (c) => act(c, callBody, recordCall, 201))

/** Does what may be done twice without harm; answers with the ticket as it is now. */
async function act<S extends z.ZodType<object>>(
  c: HonoContext<AppEnv>,
  schema: S,
  run: (context: Context, by: By, input: z.output<S> & { readonly code: string }) => Promise<void>,
  status: 200 | 201 = 200,
): Promise<Response> {
  const locale = localeOf(c)
  const body = await readBody(c, schema)
  await run(contextOf(c), c.var.staff, { code: codeOf(c), ...body })
  return c.json(await presentView(c, locale), status)
}

type DoOnce = {
  readonly act: string
  readonly body: unknown
  readonly run: (ticketCode: string, beside: (ticketId: string) => readonly Statement[]) => Promise<void>
}

/** Does an act once per key, if the request has one; answers with the ticket as it is now. */
export async function once(c: HonoContext<AppEnv>, { act, body, run }: DoOnce): Promise<Response> {
  const locale = localeOf(c)
  const { id, merchantId } = c.var.staff
  const code = codeOf(c)
  const key = keyOf(c, `${act} on ${code} by ${id}`, { needed: false })
  const stored = key === undefined ? undefined : await readAnswer(contextOf(c).db, { merchantId, key })
  const response = await idempotent(c, {
    merchantId,
    key,
    stored,
    body,
    run: (keep) => run(code, (ticketId) => keep({ status: 201, answer: {}, ticketId })),
    reveal: () => presentView(c, locale),
  })
  kickOutbox(c.env, c.executionCtx)
  return response
}

async function presentView(c: HonoContext<AppEnv>, locale: Locale | undefined): Promise<DeskTicket> {
  const { db, now } = contextOf(c)
  const { merchantId, role } = c.var.staff
  const { rows, words } = (await readWholeTicket(db, { code: codeOf(c), merchantId })) ?? notFound()
  if (!words) return raise('ticket_not_found', 'What was said in this request has been erased.')
  const { commitmentVersion } = rows.ticket.state.ticket
  const commitment = await readCommitment(db, merchantId, commitmentVersion)
  if (!commitment) throw new Error(`Merchant ${merchantId} has no commitment version ${commitmentVersion}`)
  const link = { secret: c.env.KEY_SECRET, publicUrl: c.env.PUBLIC_URL, now }
  return staffTicket(rows, words, link, { locale: locale ?? rows.merchant.locale, role, commitment })
}

/** Mistyped codes are nobody's. */
const codeOf = (c: HonoContext<AppEnv>): string => parseTicketCode(c.req.param('code') ?? '') ?? ''

const notFound = (): never => raise('ticket_not_found', 'Check the code.')

/** Raises `invalid_query` before anything is done. */
const localeOf = (c: HonoContext<AppEnv>) => readQuery(c, operations.getDeskTicket.query).locale
