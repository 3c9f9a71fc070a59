import { isRefusal, type Outcome, resolve } from '@camket/core'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { requireSeen } from './require-seen.ts'
import { type By, staffMessage } from './staff-message.ts'

type Resolution = {
  readonly code: string
  readonly outcome: Outcome
  readonly text?: string | undefined
  readonly exclusion?: string | undefined
  readonly evidence: readonly string[]
  readonly seenSequence: number
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** Ends the work. Whoever declines tells the customer why, and shows the evidence beside it. */
export async function resolveTicket(context: Context, by: By, input: Resolution): Promise<void> {
  const { merchantId } = by
  const { text, outcome, exclusion, evidence } = input
  const message = text === undefined ? undefined : staffMessage(context, by, { text, visibility: 'public' })
  await actOnTicket(context, {
    merchantId,
    code: input.code,
    files: { ids: evidence, member: 'evidence' },
    decide: async (ticket, commitment) => {
      await requireSeen(context, by, ticket, input.seenSequence)
      const resolution = {
        outcome,
        evidence,
        by: { type: 'staff', id: by.id } as const,
        ...present({ messageId: message?.id, exclusion }),
      }
      const change = resolve(ticket.state, resolution, commitment, context.now)
      // Files are shown beside words, and nobody is told no without a word.
      const needsWords = outcome === 'declined' || evidence.length > 0
      const isSilent = needsWords && message === undefined && !isRefusal(change)
      return isSilent ? { refused: 'reply_needed', pointer: '/text' } : change
    },
    beside: (ticket) => [
      ...(message ? messageStatements(context.db, message.on(ticket), evidence) : []),
      ...(input.beside?.(ticket.id) ?? []),
    ],
  })
}
