import { answer } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { requireSeen } from './require-seen.ts'
import { type By, staffMessage } from './staff-message.ts'

type Answer = {
  readonly code: string
  readonly text: string
  readonly attachments: readonly string[]
  readonly thenWait: boolean
  readonly seenSequence: number
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** A public reply by a person. */
export async function answerTicket(context: Context, by: By, input: Answer): Promise<void> {
  const { merchantId } = by
  const message = staffMessage(context, by, { text: input.text, visibility: 'public' })
  await actOnTicket(context, {
    merchantId,
    code: input.code,
    files: { ids: input.attachments, member: 'attachments' },
    decide: async (ticket, commitment) => {
      await requireSeen(context, by, ticket, input.seenSequence)
      const reply = {
        messageId: message.id,
        by: { type: 'staff', id: by.id },
        thenWait: input.thenWait,
      } as const
      return answer(ticket.state, reply, commitment, context.now)
    },
    beside: (ticket) => [
      ...messageStatements(context.db, message.on(ticket), input.attachments),
      ...(input.beside?.(ticket.id) ?? []),
    ],
  })
}
