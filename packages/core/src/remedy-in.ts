import type { Commitment } from './commitment.ts'
import { recordMisses } from './record-misses.ts'
import type { OwedRemedy, Refusal, TicketState } from './ticket-state.ts'
import type { RemedyState } from './vocabulary.ts'

/** The remedy of a ticket by its number, as it is now whatever a sweep has recorded, where its state allows an act. */
export function remedyIn(
  before: TicketState,
  number: number,
  states: readonly RemedyState[],
  { commitment, now }: { readonly commitment: Commitment; readonly now: Date },
): { readonly remedy: OwedRemedy; readonly state: TicketState } | Refusal {
  const state = recordMisses(before, commitment, now)?.after ?? before
  const remedy = state.remedies[number - 1]
  if (!remedy) return { refused: 'remedy_unknown' }
  if (states.includes(remedy.state)) return { remedy, state }
  return { refused: remedy.state === 'expired' ? 'claim_window_over' : 'remedy_state' }
}
