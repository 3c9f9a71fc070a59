import { close, hold, resume, wait } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { By } from './staff-message.ts'

const acts = { waiting: wait, on_hold: hold, open: resume, closed: close }

/** Waits for the customer, holds for a third party, takes up again or closes. */
export async function setStatus(
  context: Context,
  by: By,
  { code, status }: { code: string; status: keyof typeof acts },
): Promise<void> {
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: ({ state }, commitment) =>
      acts[status](state, { by: { type: 'staff', id: by.id } }, commitment, context.now),
  })
}
