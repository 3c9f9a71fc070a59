import { limits } from '@camket/contracts'
import type { TicketEvent } from '@camket/core'
import { and, asc, eq, gt, ne, or, type SQL } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { events, messages, ticketContents } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import { eventFromRow } from './ticket-rows.ts'

export type Contents = typeof ticketContents.$inferSelect
export type MessageRow = typeof messages.$inferSelect

/** A ticket's id, or the part of a statement that finds it in the same batch. */
type TicketId = string | SQL

export const insertContents = (db: Db, row: Contents): Statement => db.insert(ticketContents).values(row)

export const contentsOf = (db: Db, ticketId: TicketId) =>
  db.select().from(ticketContents).where(eq(ticketContents.ticketId, ticketId))

export const insertMessage = (db: Db, row: MessageRow): Statement => db.insert(messages).values(row)

/** Oldest first, at most as many as a ticket may have. */
export const messagesOf = (db: Db, ticketId: TicketId) =>
  db
    .select()
    .from(messages)
    .where(eq(messages.ticketId, ticketId))
    .orderBy(asc(messages.id))
    .limit(limits.messages_per_ticket_max)

export const eventsOf = (db: Db, ticketId: TicketId) =>
  db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.sequence))
    .limit(limits.timeline_events_max)

/** All that happened to a ticket, in order. */
export async function readHistory(db: Db, ticketId: string): Promise<TicketEvent[]> {
  return (await eventsOf(db, ticketId)).map(eventFromRow)
}

/** When the customer may be called at the earliest; undefined when nobody said. */
export async function readCallbackFrom(db: Db, ticketId: string): Promise<Date | undefined> {
  const { callback } = ticketContents
  const [row] = await db
    .select({ callback })
    .from(ticketContents)
    .where(eq(ticketContents.ticketId, ticketId))
  return row?.callback ? new Date(row.callback.from) : undefined
}

/** `null` when there is none. */
export async function readPlan(db: Db, ticketId: string): Promise<string | null> {
  const { resolutionPlan } = ticketContents
  const [row] = await db
    .select({ resolutionPlan })
    .from(ticketContents)
    .where(eq(ticketContents.ticketId, ticketId))
  return row?.resolutionPlan ?? null
}

export const writePlan = (
  db: Db,
  { id, merchantId }: { id: string; merchantId: string },
  resolutionPlan: string | null,
): Statement =>
  db
    .update(ticketContents)
    .set({ resolutionPlan })
    .where(and(eq(ticketContents.ticketId, id), eq(ticketContents.merchantId, merchantId)))

/** In place of the comment of an earlier rating. */
export const writeRatingComment = (
  db: Db,
  { id, merchantId }: { id: string; merchantId: string },
  ratingComment: string | null,
): Statement =>
  db
    .update(ticketContents)
    .set({ ratingComment })
    .where(and(eq(ticketContents.ticketId, id), eq(ticketContents.merchantId, merchantId)))

/** Whether a customer or another member of staff did something after this sequence; the sweep's notes do not count. */
export async function othersActedSince(
  db: Db,
  { ticketId, sequence, staffId }: { ticketId: string; sequence: number; staffId: string },
): Promise<boolean> {
  const byOthers = or(
    eq(events.byType, 'customer'),
    and(eq(events.byType, 'staff'), ne(events.byId, staffId)),
  )
  const [found] = await db
    .select({ sequence: events.sequence })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), gt(events.sequence, sequence), byOthers))
    .limit(1)
  return found !== undefined
}
