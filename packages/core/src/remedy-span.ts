import { assert } from './assert.ts'
import type { Calendar } from './calendar.ts'
import type { Commitment, Remedy } from './commitment.ts'
import { calendarNamed } from './deadline.ts'
import type { EndedPause, OwedRemedy, TicketState } from './ticket-state.ts'
import type { Facts } from './vocabulary.ts'

/** Between which instants a remedy grows, and what its units and percentages are counted with. */
export type RemedySpan = {
  readonly startedAt: Date
  readonly owedAt: Date
  /** Missed by a fact: owed from that very instant on, not from the first moment after it. */
  readonly isOwedAtOnce: boolean
  /** When the milestone was reached late, the pledge was set aside, or the remedy was settled. */
  readonly endedAt: Date | undefined
  /**
   * What does not count: from when the request was withdrawn or named a duplicate until it was opened again. Waiting
   * for the customer after a miss does count: a pause can stop a clock that runs, not make up for one that ran out.
   */
  readonly gaps: readonly EndedPause[]
  readonly calendar: Calendar
  readonly facts: Facts
}

/** The terms that a remedy is owed by: those of the deadline that was missed. */
export function termsOf({ deadlineNumber }: OwedRemedy, { deadlines }: TicketState): Remedy {
  const terms = deadlines[deadlineNumber - 1]?.remedy
  assert(terms, `Deadline ${deadlineNumber} owes no remedy`)
  return terms
}

export function spanOf(remedy: OwedRemedy, state: TicketState, commitment: Commitment): RemedySpan {
  const deadline = state.deadlines[remedy.deadlineNumber - 1]
  assert(deadline, `There is no deadline ${remedy.deadlineNumber}`)
  const { owedAt } = remedy
  const ends = [deadline.metAt ?? deadline.excluded?.at, remedy.settled?.at].filter((at) => at !== undefined)
  return {
    startedAt: deadline.startedAt,
    owedAt,
    isOwedAtOnce: owedAt < deadline.dueAt,
    endedAt: ends.length > 0 ? new Date(Math.min(...ends.map((at) => at.getTime()))) : undefined,
    gaps: deadline.pauses.filter(({ from }) => from >= owedAt),
    calendar: calendarNamed(deadline.calendar, commitment),
    facts: state.ticket.facts,
  }
}
