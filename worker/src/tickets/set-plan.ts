import { setPlan as decide, isRefusal } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { readPlan, writePlan } from './contents-store.ts'
import type { By } from './staff-message.ts'

/** The plan that the customer sees; an empty one takes it away. The same plan again changes nothing. */
export async function setPlan(
  context: Context,
  by: By,
  { code, text }: { code: string; text: string },
): Promise<void> {
  const plan = text === '' ? null : text
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: async ({ id, state }, commitment) => {
      const change = decide(state, { by: { type: 'staff', id: by.id } }, commitment, context.now)
      const isSame = (await readPlan(context.db, id)) === plan
      if (!isSame || isRefusal(change)) return change
      return { before: state, after: state, events: [], notices: [], record: [], commitment }
    },
    beside: (ticket) => [writePlan(context.db, ticket, plan)],
  })
}
