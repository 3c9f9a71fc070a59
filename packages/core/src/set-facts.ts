import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import type { Change, Refusal, StaffActor, TicketState } from './ticket-state.ts'
import type { Facts } from './vocabulary.ts'

/** Notes the numbers that remedies are computed with; only those that change make an event. */
export function setFacts(
  before: TicketState,
  { facts, by }: { readonly facts: Facts; readonly by: StaffActor },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const known = before.ticket.facts
  const changed = Object.fromEntries(Object.entries(facts).filter(([name, value]) => known[name] !== value))
  return performAct('set_facts', { before, by, commitment, now }, (draft) => {
    if (Object.keys(changed).length > 0) draft.add({ type: 'facts_set', facts: changed })
  })
}
