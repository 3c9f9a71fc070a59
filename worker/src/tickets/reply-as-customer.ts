import { customerReply } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../new-id.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'

type Reply = {
  readonly merchantId: string
  readonly code: string
  readonly text: string
  readonly attachments: readonly string[]
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** The customer writes: ends waiting, reopens what was resolved. */
export async function replyAsCustomer(context: Context, reply: Reply): Promise<void> {
  const { merchantId, code, text, attachments } = reply
  const messageId = newId('msg', context)
  await actOnTicket(context, {
    merchantId,
    code,
    files: { ids: attachments, member: 'attachments' },
    decide: ({ state }, commitment) => customerReply(state, { messageId }, commitment, context.now),
    beside: ({ id: ticketId }) => [
      ...messageStatements(
        context.db,
        {
          id: messageId,
          ticketId,
          merchantId,
          from: 'customer',
          staffId: null,
          visibility: 'public',
          text,
          at: context.now,
        },
        attachments,
      ),
      ...(reply.beside?.(ticketId) ?? []),
    ],
  })
}
