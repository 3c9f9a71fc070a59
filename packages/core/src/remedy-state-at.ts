import type { Commitment } from './commitment.ts'
import { claimableUntil } from './settlement-of.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'
import type { RemedyState } from './vocabulary.ts'

/** The state at an instant, whatever a sweep has or has not recorded yet. Claiming on the last instant is in time. */
export function remedyStateAt(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  now: Date,
): RemedyState {
  if (remedy.state !== 'owed') return remedy.state
  const claimBy = claimableUntil(remedy, state, commitment, now)
  return claimBy && now > claimBy ? 'expired' : 'owed'
}
