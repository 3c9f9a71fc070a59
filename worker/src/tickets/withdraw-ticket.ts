import { withdraw } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'

/** The customer takes the request back. */
export async function withdrawTicket(
  context: Context,
  { merchantId, code }: { merchantId: string; code: string },
): Promise<void> {
  await actOnTicket(context, {
    merchantId,
    code,
    decide: ({ state }, commitment) => withdraw(state, commitment, context.now),
  })
}
