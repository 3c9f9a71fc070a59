import type { Commitment } from './commitment.ts'
import { calendarNamed } from './deadline.ts'
import { dueAt } from './due-at.ts'
import { finalSince } from './growth-end.ts'
import { chosenPart } from './remedy-part.ts'
import { spanOf, termsOf } from './remedy-span.ts'
import type { Deadline, OwedRemedy, TicketState } from './ticket-state.ts'

/** From when on what is chosen grows no more, if that is so at `now`. What is given alongside may still grow. */
export function chosenSince(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  now: Date,
): Date | undefined {
  return finalSince([chosenPart(remedy, state)], spanOf(remedy, state, commitment), now)
}

/** Deadlines for settling a remedy, the newest last: a dispute starts a new one. */
export function settlementsOf({ number }: OwedRemedy, { deadlines }: TicketState): readonly Deadline[] {
  return deadlines.filter(({ remedyNumber }) => remedyNumber === number)
}

/**
 * When the clock for settling begins: once it grows no more, and for `on_claim` not before it is asked for. A dispute
 * starts it anew, in full, because then it is for the merchant to settle or to give better grounds.
 */
export function settlingSince(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  now: Date,
): Date | undefined {
  const since = chosenSince(remedy, state, commitment, now)
  if (!since) return undefined
  if (remedy.state === 'disputed' && remedy.disputedAt) return later(since, remedy.disputedAt)
  if (termsOf(remedy, state).settlement.type === 'automatic') return since
  return remedy.chosen && later(since, remedy.chosen.at)
}

/** Of `on_claim`: until when it can be asked for; known once it grows no more. */
export function claimableUntil(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  now: Date,
): Date | undefined {
  const { settlement } = termsOf(remedy, state)
  const since = chosenSince(remedy, state, commitment, now)
  if (settlement.type !== 'on_claim' || !since) return undefined
  return dueAt(since, settlement.within, calendarOf(remedy, state, commitment))
}

/** Whether the time for settling had run out at an instant, whether or not anything of that is on record. */
export function isSettledLate(
  remedy: OwedRemedy,
  state: TicketState,
  commitment: Commitment,
  at: Date,
): boolean {
  const recorded = settlementsOf(remedy, state)
  if (recorded.some((deadline) => isLate(deadline, at))) return true
  // One that was set aside because it grew again says nothing of the one that time has begun since.
  if (recorded.some(({ excluded }) => !excluded)) return false
  const since = settlingSince(remedy, state, commitment, at)
  if (!since) return false
  const { payWithin } = termsOf(remedy, state).settlement
  return at > dueAt(since, payWithin, calendarOf(remedy, state, commitment))
}

function isLate({ dueAt: due, metAt, excluded }: Deadline, at: Date): boolean {
  const stoppedAt = metAt ?? excluded?.at
  return at > due && (stoppedAt === undefined || stoppedAt > due)
}

function calendarOf({ deadlineNumber }: OwedRemedy, { deadlines }: TicketState, commitment: Commitment) {
  return calendarNamed(deadlines[deadlineNumber - 1]?.calendar ?? '', commitment)
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
