import { assert } from './assert.ts'
import type { Calendar } from './calendar.ts'
import type { Offer, Remedy } from './commitment.ts'
import { dueAt } from './due-at.ts'
import type { Money } from './vocabulary.ts'

/**
 * What a remedy of accrual `once` owes from the first instant after the deadline. The amount is that of the first
 * offer, the one that holds until the customer picks another; the settle-by time runs from the miss.
 */
export function oweRemedy(
  remedy: Remedy,
  missedAt: Date,
  calendar: Calendar,
): { readonly offers: readonly Offer[]; readonly amount: Money; readonly settleBy: Date } {
  const [first] = remedy.choice
  assert(first, 'A remedy offers at least one thing')
  const settleBy = dueAt(missedAt, remedy.settlement.payWithin, calendar)
  return { offers: remedy.choice, amount: first.value, settleBy }
}
