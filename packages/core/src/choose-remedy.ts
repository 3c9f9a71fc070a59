import type { Commitment } from './commitment.ts'
import { offersOf } from './owed-at.ts'
import { performAct } from './perform-act.ts'
import { remedyIn } from './remedy-in.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'

/** The customer says which offer they take; may be said again, otherwise, until it is settled. */
export function chooseRemedy(
  before: TicketState,
  { number, offer }: { readonly number: number; readonly offer: number },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const remedy = remedyIn(before, number, ['owed', 'chosen'])
  if ('refused' in remedy) return remedy
  if (!offersOf(remedy, before)[offer]) return { refused: 'offer_unknown', pointer: '/offer' }
  if (remedy.claimBy && now > remedy.claimBy) return { refused: 'claim_window_over' }
  return performAct('choose_remedy', { before, by: { type: 'customer' }, commitment, now }, (draft) =>
    draft.add({ type: 'remedy_chosen', number, offer }),
  )
}
