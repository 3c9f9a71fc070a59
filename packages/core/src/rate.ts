import type { Commitment } from './commitment.ts'
import { performAct } from './perform-act.ts'
import { present } from './present.ts'
import type { Change, Rating, Refusal, TicketState } from './ticket-state.ts'
import { type RatingAbout, type RatingCause, ratingCauses } from './vocabulary.ts'

type Said = {
  readonly level: Rating['level']
  readonly about?: RatingAbout | undefined
  readonly cause?: RatingCause | undefined
}

/**
 * The customer says how satisfied they are once the work is done, also after it was closed; may be said again,
 * otherwise: the last word counts, the history keeps each. It moves no clock and opens nothing again.
 */
export function rate(
  before: TicketState,
  { level, about, cause }: Said,
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  if (cause && !isOf(about, cause)) return { refused: 'cause_not_possible', pointer: '/cause' }
  return performAct('rate', { before, by: { type: 'customer' }, commitment, now }, (draft) =>
    draft.add({ type: 'rated', level, ...present({ about, cause }) }),
  )
}

function isOf(about: RatingAbout | undefined, cause: RatingCause): boolean {
  const causes: readonly RatingCause[] = about ? ratingCauses[about] : []
  return causes.includes(cause)
}
