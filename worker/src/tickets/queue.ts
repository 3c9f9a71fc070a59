import {
  type Commitment,
  type Deadline,
  isOpenRemedy,
  isUnmet,
  nextWarningAt,
  type OwedRemedy,
  type TicketState,
} from '@camket/core'

/** For a ticket that no running deadline waits for: after every one that has one. */
const never = new Date('9999-12-31T00:00:00Z')

export function inInbox({ ticket }: TicketState): boolean {
  return ticket.status !== 'resolved' && ticket.status !== 'closed'
}

/**
 * By what lists are sorted: in the inbox the nearest unmet deadline whose clock is not paused, so that what waits
 * for a customer sinks below what waits for staff; afterwards when it was resolved.
 */
export function sortAt(state: TicketState): Date {
  if (!inInbox(state)) return state.ticket.resolvedAt ?? never
  const awaited = state.deadlines.filter((deadline) => isUnmet(deadline) && !deadline.pausedAt)
  return new Date(Math.min(never.getTime(), ...awaited.map(({ dueAt }) => dueAt.getTime())))
}

/** The instant after which the sweep has somebody to warn or a miss to record; none once nothing is left of both. */
export function watchAt(
  deadline: Deadline,
  { ticket }: TicketState,
  commitment: Commitment,
): Date | undefined {
  const isOver = ticket.status === 'closed' || !isUnmet(deadline)
  if (isOver || deadline.pausedAt || deadline.missedAt) return undefined
  const warning = nextWarningAt(deadline, commitment)
  return warning && warning < deadline.dueAt ? warning : deadline.dueAt
}

/**
 * By what lists of remedies are sorted: while something is to be done about it, the time by which it is to be settled
 * (far in the future until it has one); afterwards when that ended.
 */
export function remedySortAt(remedy: OwedRemedy, { deadlines }: TicketState): Date {
  if (isOpenRemedy(remedy)) {
    return deadlines.findLast(({ remedyNumber }) => remedyNumber === remedy.number)?.dueAt ?? never
  }
  return remedy.settled?.at ?? remedy.waived?.at ?? remedy.expiredAt ?? never
}
