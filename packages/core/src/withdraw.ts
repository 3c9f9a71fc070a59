import type { Commitment } from './commitment.ts'
import { excludeDeadlines } from './exclude-deadlines.ts'
import { performAct } from './perform-act.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'

/** The customer no longer asks. What was missed until then stays missed and owed. */
export function withdraw(before: TicketState, commitment: Commitment, now: Date): Change | Refusal {
  return performAct('withdraw', { before, by: { type: 'customer' }, commitment, now }, (draft) => {
    draft.add({ type: 'resolved', outcome: 'withdrawn' })
    excludeDeadlines(draft, 'withdrawn')
  })
}
