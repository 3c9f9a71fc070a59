import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'
import type { ChangeReason, Kind } from './vocabulary.ts'

/** Corrects what kind of request it is. The same kind again changes nothing. */
export function setKind(
  before: TicketState,
  { kind, reason, by }: { readonly kind: Kind; readonly reason: ChangeReason; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const from = before.ticket.kind
  return performAct('set_kind', { before, by, commitment, now }, (draft) => {
    if (from !== kind) draft.add({ type: 'kind_set', from, to: kind, reason })
  })
}
