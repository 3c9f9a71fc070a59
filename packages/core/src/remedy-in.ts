import type { OwedRemedy, Refusal, TicketState } from './ticket-state.ts'
import type { RemedyState } from './vocabulary.ts'

/** The remedy of a ticket by its number, where it is in one of these states. */
export function remedyIn(
  { remedies }: TicketState,
  number: number,
  states: readonly RemedyState[],
): OwedRemedy | Refusal {
  const remedy = remedies[number - 1]
  if (!remedy) return { refused: 'remedy_unknown' }
  return states.includes(remedy.state) ? remedy : { refused: 'remedy_state' }
}
