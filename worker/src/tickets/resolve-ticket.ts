import { type Outcome, resolve } from '@camket/core'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raiseRefusal } from '../http/raise-refusal.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { requireSeen } from './require-seen.ts'
import { requireUsable } from './require-usable.ts'
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
  const files = { merchantId, ids: evidence, member: 'evidence' }
  await requireUsable(context, files)
  const message = text === undefined ? undefined : staffMessage(context, by, { text, visibility: 'public' })
  await actOnTicket(context, {
    merchantId,
    code: input.code,
    decide: async (ticket, commitment) => {
      await requireSeen(context, by, ticket, input.seenSequence)
      const resolution = {
        outcome,
        evidence,
        by: { type: 'staff', id: by.id } as const,
        ...present({ messageId: message?.id, exclusion }),
      }
      const change = resolve(ticket.state, resolution, commitment, context.now)
      const needsReason = outcome === 'declined' && message === undefined && !('refused' in change)
      return needsReason ? raiseRefusal({ refused: 'reply_needed', pointer: '/text' }) : change
    },
    beside: (ticket) => [
      ...(message ? messageStatements(context.db, message.on(ticket), evidence) : []),
      ...(input.beside?.(ticket.id) ?? []),
    ],
    explain: () => requireUsable(context, files),
  })
}
