import {
  customerMessageBody,
  ratingBody,
  remedyChoiceBody,
  remedyDisputeBody,
  withdrawalBody,
} from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import type * as z from 'zod'
import type { Statement } from '../db/statement.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { idempotent, keyOf } from '../http/idempotency.ts'
import { kickOutbox } from '../http/kick-outbox.ts'
import { limitRate } from '../http/rate-limit.ts'
import { readBody } from '../http/read-body.ts'
import { chooseRemedy } from './choose-remedy.ts'
import { disputeRemedy } from './dispute-remedy.ts'
import { rateTicket } from './rate-ticket.ts'
import { replyAsCustomer } from './reply-as-customer.ts'
import { codeOf, customersView, openDoor, shownOf } from './routes.ts'
import { withdrawTicket } from './withdraw-ticket.ts'

/** What customers say of a request, under `/api/v1/tickets/:code`; its key opens it. */
export const customerActRoutes = new Hono<AppEnv>()
  .post('/messages', (c) =>
    asCustomer(c, {
      act: `message on ${codeOf(c)}`,
      schema: customerMessageBody,
      run: (of, body) => replyAsCustomer(contextOf(c), { ...of, ...body }),
    }),
  )
  .post('/withdrawal', (c) =>
    asCustomer(c, {
      act: `withdrawal of ${codeOf(c)}`,
      status: 200,
      schema: withdrawalBody,
      run: (of) => withdrawTicket(contextOf(c), of),
    }),
  )
  .post('/rating', (c) =>
    asCustomer(c, {
      act: `rating of ${codeOf(c)}`,
      schema: ratingBody,
      run: (of, rating) => rateTicket(contextOf(c), { ...of, rating }),
    }),
  )
  .post('/remedies/:id/choice', (c) =>
    asCustomer(c, {
      act: `choice of ${c.req.param('id')}`,
      schema: remedyChoiceBody,
      run: (of, body) => chooseRemedy(contextOf(c), { ...of, id: c.req.param('id'), ...body }),
    }),
  )
  .post('/remedies/:id/dispute', (c) =>
    asCustomer(c, {
      act: `dispute of ${c.req.param('id')}`,
      schema: remedyDisputeBody,
      run: (of, body) => disputeRemedy(contextOf(c), { ...of, id: c.req.param('id'), ...body }),
    }),
  )

type Of = {
  readonly merchantId: string
  readonly code: string
  readonly beside: (ticketId: string) => readonly Statement[]
}

type Act<S extends z.ZodType> = {
  /** Apart from others under one key: what is said of what. */
  readonly act: string
  /** 201 if not said. */
  readonly status?: 200 | 201
  readonly schema: S
  readonly run: (of: Of, body: z.output<S>) => Promise<void>
}

/** Once per key, if the request has one; answers with the ticket as it is now. */
async function asCustomer<S extends z.ZodType>(
  c: HonoContext<AppEnv>,
  { act, status = 201, schema, run }: Act<S>,
): Promise<Response> {
  await limitRate(c, 'file', 'tickets')
  const shown = shownOf(c)
  const idempotencyKey = keyOf(c, act, { needed: false })
  const { ticket, stored, key } = await openDoor(c, idempotencyKey)
  const body = await readBody(c, schema)
  const { merchantId } = ticket
  const response = await idempotent(c, {
    merchantId,
    key: idempotencyKey,
    stored,
    body,
    run: (keep) =>
      run(
        {
          merchantId,
          code: codeOf(c),
          beside: (ticketId) => keep({ status, answer: {}, ticketId }),
        },
        body,
      ),
    reveal: () => customersView(c, key, shown),
  })
  kickOutbox(c.env, c.executionCtx)
  return response
}
