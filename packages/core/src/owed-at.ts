import { assert } from './assert.ts'
import type { Commitment, Offer } from './commitment.ts'
import type { Deadline, OwedRemedy, TicketState } from './ticket-state.ts'
import type { Money } from './vocabulary.ts'

/** Why something is owed, or why no more of it is. */
export type OwedReason = 'missed' | 'units' | 'tier' | 'reduced' | 'capped' | 'alongside' | 'late_penalty'

export type OwedLine = {
  readonly reason: OwedReason
  readonly offer?: Offer
  /** How many units of time the line is for. */
  readonly units?: number
  /** Minor units of the commitment's currency; below 0 where a cap or a reduction takes something off. */
  readonly amount?: number
  readonly days?: number
}

/** What a remedy owes at an instant, line by line. */
export type Owed = {
  readonly lines: readonly OwedLine[]
  /** Absent when nothing of it is money's worth, or when a fact that it is computed with is missing. */
  readonly amount?: Money
  /** Days by which a service or a warranty goes on. */
  readonly days?: number
  /** What is given in kind, such as `replace`. */
  readonly goods: readonly Offer[]
  /** Facts of the ticket without which it cannot be computed. */
  readonly factsNeeded: readonly string[]
  /** From when on it grows no more; absent while it does. */
  readonly finalAt?: Date
}

/** What may be chosen from: the remedy's own offers, or the step of its scale that is reached. */
export function offersOf(remedy: OwedRemedy, state: TicketState): readonly Offer[] {
  return termsOf(remedy, state).choice
}

/** What is owed at an instant, and why. Pure: `now` may lie anywhere after the deadline. */
export function owedAt(remedy: OwedRemedy, state: TicketState, _commitment: Commitment, now: Date): Owed {
  const { choice } = termsOf(remedy, state)
  const offer = choice[remedy.chosen?.offer ?? 0]
  assert(offer, 'A remedy offers at least one thing')
  if (now <= remedy.owedAt) return { lines: [], goods: [], factsNeeded: [] }
  if ('value' in offer) {
    const line = { reason: 'missed', offer, amount: offer.value.amount } as const
    return { lines: [line], amount: offer.value, goods: [], factsNeeded: [], finalAt: remedy.owedAt }
  }
  return { lines: [{ reason: 'missed', offer }], goods: [offer], factsNeeded: [], finalAt: remedy.owedAt }
}

function termsOf({ deadlineNumber }: OwedRemedy, { deadlines }: TicketState) {
  const deadline: Deadline | undefined = deadlines[deadlineNumber - 1]
  assert(deadline?.remedy, `Deadline ${deadlineNumber} owes no remedy`)
  return deadline.remedy
}
