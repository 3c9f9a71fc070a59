import { call } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { By } from './staff-message.ts'

/** Somebody called the customer; only a call that reached them keeps a pledge. */
export async function recordCall(
  context: Context,
  by: By,
  { code, reached }: { code: string; reached: boolean },
): Promise<void> {
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: ({ state }, commitment) =>
      call(state, { reached, by: { type: 'staff', id: by.id } }, commitment, context.now),
  })
}
