import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { remedyIn } from './remedy-in.ts'
import { termsOf } from './remedy-span.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'

/**
 * The customer says which offer they take, and so claims what has to be claimed; may be said again, otherwise, until
 * it is settled. The settle-by time runs from the first time.
 */
export function chooseRemedy(
  before: TicketState,
  { number, offer }: { readonly number: number; readonly offer: number },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const found = remedyIn(before, number, ['owed', 'chosen'], { commitment, now })
  if ('refused' in found) return found
  const { choice, accrual } = termsOf(found.remedy, found.state)
  // A scale leaves nothing to choose; it is claimed as its only offer, also before it is known which step applies.
  const offersCount = accrual.type === 'tiers' ? 1 : choice.length
  if (!Number.isInteger(offer) || offer < 0 || offer >= offersCount)
    return { refused: 'offer_unknown', pointer: '/offer' }
  return performAct('choose_remedy', { before, by: { type: 'customer' }, commitment, now }, (draft) =>
    draft.add({ type: 'remedy_chosen', number, offer }),
  )
}
