import type { Commitment } from './commitment.ts'
import { isUnmet, stateAt } from './deadline.ts'
import { owedAt } from './owed-at.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import { remedyIn } from './remedy-in.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/** What was owed was given: the amount is what is owed at that instant, late penalty included. */
export function settleRemedy(
  before: TicketState,
  { number, by }: { readonly number: number; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const remedy = remedyIn(before, number, ['owed', 'chosen', 'disputed'])
  if ('refused' in remedy) return remedy
  const owed = owedAt(remedy, before, commitment, now)
  if (owed.factsNeeded.length > 0) return { refused: 'facts_needed' }
  const { amount, days } = owed
  return performAct(
    'settle_remedy',
    { before, by, commitment, now },
    (draft) => {
      draft.add({ type: 'remedy_settled', number, ...present({ amount, days }) })
      for (const deadline of draft.state.deadlines) {
        if (deadline.remedyNumber !== number || !isUnmet(deadline)) continue
        const late = stateAt(deadline, now) === 'missed'
        draft.add({ type: 'deadline_met', number: deadline.number, late })
      }
    },
    [{ kind: 'remedy', remedyNumber: number }],
  )
}
