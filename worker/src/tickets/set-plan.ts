import { setPlan as decide } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { writePlan } from './contents-store.ts'
import type { By } from './staff-message.ts'

/** The plan that the customer sees; an empty one takes it away. */
export async function setPlan(
  context: Context,
  by: By,
  { code, text }: { code: string; text: string },
): Promise<void> {
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: ({ state }, commitment) =>
      decide(state, { by: { type: 'staff', id: by.id } }, commitment, context.now),
    beside: (ticket) => [writePlan(context.db, ticket, text === '' ? null : text)],
  })
}
