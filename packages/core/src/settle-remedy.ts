import type { Commitment } from './commitment.ts'
import { isUnmet, stateAt } from './deadline.ts'
import { owedAt } from './owed-at.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import { remedyIn } from './remedy-in.ts'
import { chosenSince } from './settlement-of.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'

/**
 * What was owed was given: the amount is what is owed at that instant, late penalty included. Refused while it grows,
 * or while a number is missing that it is computed with. What is given alongside ends growing here.
 */
export function settleRemedy(
  before: TicketState,
  { number, by }: { readonly number: number; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const found = remedyIn(before, number, ['owed', 'chosen', 'disputed'], { commitment, now })
  if ('refused' in found) return found
  const { remedy, state } = found
  // Else whoever pays for the first day would owe nothing for the days to come.
  if (!chosenSince(remedy, state, commitment, now)) return { refused: 'remedy_grows' }
  const owed = owedAt(remedy, state, commitment, now)
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
