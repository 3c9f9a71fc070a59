import { clockPastOf } from './clock-past.ts'
import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { rematchDeadlines } from './rematch.ts'
import type { Change, Refusal, StaffActor, TicketEvent, TicketState } from './ticket-state.ts'
import type { ChangeReason, Kind } from './vocabulary.ts'

export type SetKindInput = {
  readonly kind: Kind
  readonly reason: ChangeReason
  readonly by: StaffActor
  /** All of its events: when a clock stood that starts only now. */
  readonly history?: readonly TicketEvent[] | undefined
  /** When the customer may be called at the earliest, if they said so. */
  readonly callbackFrom?: Date | undefined
}

/**
 * Corrects what kind of request it is: open deadlines follow the pledges of the right kind, from the same start. A
 * missed one stays missed. The same kind again changes nothing.
 */
export function setKind(
  before: TicketState,
  { kind, reason, by, history, callbackFrom }: SetKindInput,
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const from = before.ticket.kind
  return performAct('set_kind', { before, by, commitment, now }, (draft) => {
    if (from === kind) return
    draft.add({ type: 'kind_set', from, to: kind, reason })
    rematchDeadlines(draft, history && clockPastOf(history), callbackFrom)
  })
}
