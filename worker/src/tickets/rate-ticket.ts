import type { RatingInput } from '@camket/contracts'
import { rate } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { writeRatingComment } from './contents-store.ts'

type Said = {
  readonly merchantId: string
  readonly code: string
  readonly rating: RatingInput
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** The customer says how satisfied they are; the later word holds, with its comment or without one. */
export async function rateTicket(context: Context, said: Said): Promise<void> {
  const { merchantId, code, rating } = said
  const { comment = null, ...counted } = rating
  await actOnTicket(context, {
    merchantId,
    code,
    decide: ({ state }, commitment) => rate(state, counted, commitment, context.now),
    beside: (ticket) => [
      writeRatingComment(context.db, ticket, comment),
      ...(said.beside?.(ticket.id) ?? []),
    ],
  })
}
