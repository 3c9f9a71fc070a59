import { setPriority as decide, type Priority } from '@camket/core'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { By } from './staff-message.ts'

export async function setPriority(
  context: Context,
  by: By,
  { code, priority }: { code: string; priority: Priority },
): Promise<void> {
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: ({ state }, commitment) =>
      decide(state, { priority, by: { type: 'staff', id: by.id } }, commitment, context.now),
  })
}
