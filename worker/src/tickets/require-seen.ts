import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { othersActedSince } from './contents-store.ts'
import type { By } from './staff-message.ts'
import type { StoredTicket } from './store.ts'

/** Raises `ticket_changed` when the writer has not seen what a customer or colleague did: nobody talks past another. */
export async function requireSeen(
  { db }: Context,
  by: By,
  ticket: StoredTicket,
  seenSequence: number,
): Promise<void> {
  if (ticket.state.sequence <= seenSequence) return
  const since = { ticketId: ticket.id, sequence: seenSequence, staffId: by.id }
  if (!(await othersActedSince(db, since))) return
  raise(
    'ticket_changed',
    'Somebody wrote or acted on it after you looked, so your text was not sent. Read what is new, then send it again if it still holds.',
  )
}
