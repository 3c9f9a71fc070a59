import type { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { isUnmet, startDeadline, startedData } from './deadline.ts'
import { performAct } from './perform-act.ts'
import { matchPledges } from './pledge.ts'
import type { Change, Deadline, Refusal, TicketState } from './ticket-state.ts'

/** A message of the customer: ends waiting, reopens a resolved ticket, and asks for a next reply. */
export function customerReply(
  before: TicketState,
  input: { readonly messageId: string },
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  return performAct('customer_reply', { before, by: { type: 'customer' }, commitment, now }, (draft) => {
    draft.add({ type: 'customer_replied', messageId: input.messageId })
    const reopens = before.ticket.status === 'resolved'
    if (reopens) {
      draft.add({ type: 'reopened' })
      for (const deadline of draft.state.deadlines) if (isTakenUp(deadline)) draft.resume(deadline)
    }
    if (reopens || before.ticket.firstRepliedAt) startNextReply(draft)
  })
}

/**
 * Reopening takes up the clock that resolving stopped, whether the resolution was reached or left out as withdrawn
 * or duplicate: else naming a request a duplicate would end a pledge for good. A miss stays a miss; what it owed more
 * of from day to day goes on where it stopped.
 */
function isTakenUp({ milestone, metAt, excluded, missedAt, internal }: Deadline): boolean {
  if (internal || excluded?.reason === 'rematched') return false
  if (missedAt) return Boolean(excluded) && milestone !== 'remedy_settled'
  return milestone === 'resolution'
    ? Boolean(metAt ?? excluded)
    : milestone === 'callback_made' && Boolean(excluded)
}

function startNextReply(draft: ChangeDraft): void {
  const { ticket, deadlines } = draft.state
  const isAwaited = (deadline: Deadline) =>
    !deadline.internal &&
    isUnmet(deadline) &&
    (deadline.milestone === 'first_reply' || deadline.milestone === 'next_reply')
  if (deadlines.some(isAwaited)) return
  const { next_reply: pledge } = matchPledges(draft.commitment, ticket)
  if (!pledge) return
  draft.add(startedData(startDeadline(deadlines.length + 1, pledge, draft.now, draft.commitment)))
}
