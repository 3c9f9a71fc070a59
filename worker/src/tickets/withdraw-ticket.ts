import { withdraw } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'

type Withdrawal = {
  readonly merchantId: string
  readonly code: string
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** The customer takes the request back. */
export async function withdrawTicket(
  context: Context,
  { merchantId, code, beside }: Withdrawal,
): Promise<void> {
  await actOnTicket(context, {
    merchantId,
    code,
    decide: ({ state }, commitment) => withdraw(state, commitment, context.now),
    ...(beside && { beside: ({ id }) => beside(id) }),
  })
}
