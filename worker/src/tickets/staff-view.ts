import type { DeskTicket } from '@camket/contracts'
import {
  actsIn,
  type Commitment,
  eventToJson,
  factNamesOf,
  type Locale,
  outcomesFor,
  type Role,
} from '@camket/core'
import { present } from '@camket/core/present'
import { wordsOf } from './customer-view.ts'
import { deadlineView } from './deadline-view.ts'
import type { PublicRows, WordRows } from './lookup-store.ts'
import { type LinkContext, messageViews } from './message-view.ts'
import { publicTicket } from './public-view.ts'
import { deskRemedies } from './remedies-view.ts'
import { eventFromRow } from './ticket-rows.ts'

/** Whoever settles what is owed sees whom it is paid to; nobody else does. */
export function mayPay(role: Role): boolean {
  return role === 'owner' || role === 'lead' || role === 'staff'
}

/** A ticket as staff see it: everything, notes and history included. */
export async function staffTicket(
  rows: PublicRows,
  words: WordRows,
  link: LinkContext,
  {
    locale,
    role,
    commitment,
  }: { readonly locale: Locale; readonly role: Role; readonly commitment: Commitment },
): Promise<DeskTicket> {
  const { department: _department, deadlines: _deadlines, ...shown } = publicTicket(rows, link.now, locale)
  const { state } = rows.ticket
  const { ticket } = state
  const { contents, customer } = words
  return {
    ...shown,
    ...wordsOf(rows, words, locale),
    priority: ticket.priority,
    departmentId: ticket.departmentId,
    ...present({
      ownerId: ticket.ownerId,
      customerTier: ticket.customerTier,
      page: contents.page ?? undefined,
    }),
    customerTickets: Math.min(customer?.ticketCount ?? 1, 100),
    locale: contents.locale,
    sequence: state.sequence,
    deadlines: state.deadlines.map((deadline) => ({
      ...deadlineView(deadline, { now: link.now, locale, timeZone: rows.merchant.timeZone }),
      number: deadline.number,
      startedAt: deadline.startedAt.toISOString(),
      internal: deadline.internal ?? false,
      warned: deadline.warned > 0,
      ...present({
        pausedAt: deadline.pausedAt?.toISOString(),
        excludedReason: deadline.excluded?.reason,
      }),
    })),
    facts: { ...ticket.facts },
    factNames: factNamesOf(commitment),
    currency: commitment.currency,
    remedies: deskRemedies(rows, words, { now: link.now, locale, mayPay: mayPay(role) }),
    messages: await messageViews(rows, words, link),
    history: rows.eventRows.map(eventFromRow).map(({ sequence, at, by, data }) => ({
      sequence,
      at: at.toISOString(),
      by,
      event: eventToJson(data),
    })),
    acts: actsIn(ticket.status),
    outcomes: [...outcomesFor[ticket.kind]],
  }
}
