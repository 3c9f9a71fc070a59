import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { remedyIn } from './remedy-in.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'

/** The customer does not accept that a remedy was waived, or what was settled: the named contact is told. */
export function disputeRemedy(
  before: TicketState,
  { number }: { readonly number: number },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const remedy = remedyIn(before, number, ['waived', 'settled'])
  if ('refused' in remedy) return remedy
  return performAct(
    'dispute_remedy',
    { before, by: { type: 'customer' }, commitment, now },
    (draft) => draft.add({ type: 'remedy_disputed', number }),
    [{ kind: 'dispute', remedyNumber: number }],
  )
}
