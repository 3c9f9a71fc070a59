import { waiveRemedy as decide } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { remedyNumber } from './remedy-number.ts'
import { type By, staffMessage } from './staff-message.ts'

type Waiver = {
  readonly code: string
  /** `rem_…` */
  readonly id: string
  readonly exclusion: string
  readonly evidence: readonly string[]
  readonly text: string
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** Nothing is owed after all: the customer is told why, in words, and sees the evidence beside them. */
export async function waiveRemedy(context: Context, by: By, input: Waiver): Promise<void> {
  const { code, id, exclusion, evidence, text } = input
  const message = staffMessage(context, by, { text, visibility: 'public' })
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    files: { ids: evidence, member: 'evidence' },
    decide: (ticket, commitment) => {
      const number = remedyNumber(ticket, id)
      const waiver = { number, exclusion, evidence, messageId: message.id }
      const staff = { type: 'staff', id: by.id } as const
      return decide(ticket.state, { ...waiver, by: staff }, commitment, context.now)
    },
    beside: (ticket) => [
      ...messageStatements(context.db, message.on(ticket), evidence),
      ...(input.beside?.(ticket.id) ?? []),
    ],
  })
}
