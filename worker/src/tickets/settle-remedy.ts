import {
  type Change,
  settleRemedy as decide,
  isRefusal,
  type Money,
  note,
  type OwedRemedy,
} from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raise } from '../http/raise.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { messageStatements } from './message-statements.ts'
import { insertReference } from './payee-store.ts'
import { remedyNumber } from './remedy-number.ts'
import { type By, staffMessage } from './staff-message.ts'

type Settlement = {
  readonly code: string
  /** `rem_…` */
  readonly id: string
  readonly reference: string
  readonly note?: string | undefined
  readonly seenAmount?: Money | undefined
  readonly seenDays?: number | undefined
  readonly beside?: (ticketId: string) => readonly Statement[]
}

/** What was owed was given. Nobody pays too little unknowingly: what is owed now must be what the page showed. */
export async function settleRemedy(context: Context, by: By, input: Settlement): Promise<void> {
  const { merchantId } = by
  const { code, id, reference } = input
  const words = input.note ? staffMessage(context, by, { text: input.note, visibility: 'note' }) : undefined
  await actOnTicket(context, {
    merchantId,
    code,
    decide: (ticket, commitment) => {
      const number = remedyNumber(ticket, id)
      const staff = { type: 'staff', id: by.id } as const
      const settled = decide(ticket.state, { number, by: staff }, commitment, context.now)
      if (isRefusal(settled)) return settled
      requireSeenAmount(settled.after.remedies[number - 1]?.settled, input)
      if (!words) return settled
      const noted = note(settled.after, { messageId: words.id, by: staff }, commitment, context.now)
      return isRefusal(noted) ? noted : joined(settled, noted)
    },
    beside: (ticket) => [
      insertReference(context.db, { id, ticketId: ticket.id, merchantId }, reference),
      ...(words ? messageStatements(context.db, words.on(ticket), []) : []),
      ...(input.beside?.(ticket.id) ?? []),
    ],
  })
}

/** Raises `amount_changed`: a day more, or a penalty, came on top since the page was shown. */
function requireSeenAmount(
  settled: OwedRemedy['settled'],
  { seenAmount, seenDays }: Pick<Settlement, 'seenAmount' | 'seenDays'>,
): void {
  const { amount, days } = settled ?? {}
  const isSame = amount?.amount === seenAmount?.amount && amount?.currency === seenAmount?.currency
  if (isSame && days === seenDays) return
  const message = 'Look at the request again: another amount is owed now. Settle that one.'
  const pointer = isSame ? '/seenDays' : '/seenAmount'
  raise('amount_changed', message, { errors: [{ pointer, code: 'amount_changed', message }] })
}

function joined(first: Change, second: Change): Change {
  const events = [...first.events, ...second.events]
  const notices = [...first.notices, ...second.notices]
  return { ...first, after: second.after, events, notices, record: [...first.record, ...second.record] }
}
