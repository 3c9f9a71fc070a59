import { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { addMisses } from './record-misses.ts'
import type { Actor, Change, Notice, Refusal, TicketState } from './ticket-state.ts'
import { type Act, statusAfter } from './transitions.ts'

type Occasion = {
  readonly before: TicketState
  readonly by: Actor
  readonly commitment: Commitment
  readonly now: Date
}

/**
 * The frame of every act: refused when the table does not list it, else misses first, then what it does, then what
 * becomes of remedies by it (one that grows no more is to be settled from now on).
 */
export function performAct(
  act: Act,
  { before, by, commitment, now }: Occasion,
  decide: (draft: ChangeDraft) => void,
  notices: readonly Notice[] = [],
): Change | Refusal {
  const refused = refusedByStatus(act, before)
  if (refused) return refused
  const draft = new ChangeDraft(before, commitment, now, by)
  addMisses(draft)
  decide(draft)
  // What it decided may have made a deadline missed: another pledge, or a number that a condition waits for.
  addMisses(draft)
  return draft.change(notices)
}

export function refusedByStatus(act: Act, before: TicketState): Refusal | undefined {
  return statusAfter(before.ticket.status, act) ? undefined : { refused: 'act_not_possible' }
}

export function isRefusal(result: Change | Refusal): result is Refusal {
  return 'refused' in result
}
