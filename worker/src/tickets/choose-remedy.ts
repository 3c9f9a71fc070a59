import type { PayTo } from '@camket/contracts'
import { chooseRemedy as decide, isRefusal, type PayWay } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raise } from '../http/raise.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { normalPayTo } from './normal-pay-to.ts'
import { insertPayee } from './payee-store.ts'
import { waysToTake } from './remedy-choices.ts'
import { remedyNumber } from './remedy-number.ts'

type Choice = {
  readonly merchantId: string
  readonly code: string
  /** `rem_…` */
  readonly id: string
  readonly offer: number
  readonly payTo?: PayTo | undefined
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** The customer says what they take, and how it is to reach them; the later word holds, until it is settled. */
export async function chooseRemedy(context: Context, choice: Choice): Promise<void> {
  const { merchantId, code, id, offer, payTo } = choice
  await actOnTicket(context, {
    merchantId,
    code,
    decide: (ticket, commitment) => {
      const { state } = ticket
      const number = remedyNumber(ticket, id)
      const change = decide(state, { number, offer }, commitment, context.now)
      const remedy = state.remedies[number - 1]
      if (!isRefusal(change) && remedy) {
        requireWay(waysToTake(remedy, state)[offer] ?? [], payTo)
      }
      return change
    },
    beside: ({ id: ticketId }) => [
      insertPayee(context.db, { id, ticketId, merchantId }, payTo ? normalPayTo(payTo) : null),
      ...(choice.beside?.(ticketId) ?? []),
    ],
  })
}

/** Raises `invalid_body` where the offer needs a way to be given and has none, or another one. */
function requireWay(ways: readonly PayWay[], payTo: PayTo | undefined): void {
  if (payTo ? ways.includes(payTo.way) : ways.length === 0) return
  const message = ways.length > 0 ? `Say how you want it: ${ways.join(', ')}.` : 'This is not sent anywhere.'
  const error = payTo
    ? { pointer: '/payTo/way', code: 'way_not_possible', message }
    : { pointer: '/payTo', code: 'pay_to_needed', message }
  raise('invalid_body', message, { errors: [error] })
}
