import { note } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { type By, staffMessage } from './staff-message.ts'

type Note = {
  readonly code: string
  readonly text: string
  readonly attachments: readonly string[]
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** Words for colleagues only. */
export async function noteOnTicket(context: Context, by: By, input: Note): Promise<void> {
  const { merchantId } = by
  const message = staffMessage(context, by, { text: input.text, visibility: 'note' })
  await actOnTicket(context, {
    merchantId,
    code: input.code,
    files: { ids: input.attachments, member: 'attachments' },
    decide: ({ state }, commitment) =>
      note(state, { messageId: message.id, by: { type: 'staff', id: by.id } }, commitment, context.now),
    beside: (ticket) => [
      ...messageStatements(context.db, message.on(ticket), input.attachments),
      ...(input.beside?.(ticket.id) ?? []),
    ],
  })
}
