import type { TicketEvent } from '@camket/core'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { events } from '../db/schema.ts'
import { eventFromRow } from '../tickets/ticket-rows.ts'

/** All events of a ticket, in order. */
export async function readEvents(db: Db, ticketId: string): Promise<TicketEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.sequence))
  return rows.map(eventFromRow)
}
