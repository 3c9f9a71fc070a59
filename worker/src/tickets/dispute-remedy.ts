import { disputeRemedy as decide } from '@camket/core'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../new-id.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { remedyNumber } from './remedy-number.ts'

type Dispute = {
  readonly merchantId: string
  readonly code: string
  /** `rem_…` */
  readonly id: string
  readonly text?: string | undefined
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** The customer does not accept what became of a remedy; their words are read in the conversation. */
export async function disputeRemedy(context: Context, dispute: Dispute): Promise<void> {
  const { merchantId, code, id, text } = dispute
  const messageId = text === undefined ? undefined : newId('msg', context)
  await actOnTicket(context, {
    merchantId,
    code,
    decide: (ticket, commitment) =>
      decide(
        ticket.state,
        { number: remedyNumber(ticket, id), ...present({ messageId }) },
        commitment,
        context.now,
      ),
    beside: ({ id: ticketId }) => [
      ...(messageId !== undefined && text !== undefined
        ? messageStatements(
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
            [],
          )
        : []),
      ...(dispute.beside?.(ticketId) ?? []),
    ],
  })
}
