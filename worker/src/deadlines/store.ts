import { limits } from '@camket/contracts'
import { and, asc, isNotNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, tickets } from '../db/schema.ts'

/** Where a page of tickets ended; the next one goes on behind it, whatever became of those before. */
export type Cursor = { readonly at: Date; readonly ticketId: string; readonly number: number }

export type Page = { readonly ticketIds: readonly string[]; readonly next: Cursor | undefined }

/** Tickets with a deadline that passed before `now` unmet and unrecorded, the longest overdue first. */
export async function readOverdue(db: Db, now: Date, after?: Cursor): Promise<Page> {
  const { watchAt, ticketId, number } = deadlines
  const rows = await db
    .select({ at: watchAt, ticketId, number })
    .from(deadlines)
    .where(
      and(
        isNotNull(watchAt),
        lt(watchAt, now),
        after &&
          sql`(${watchAt}, ${ticketId}, ${number}) > (${after.at.getTime()}, ${after.ticketId}, ${after.number})`,
      ),
    )
    .orderBy(asc(watchAt), asc(ticketId), asc(number))
    .limit(limits.sweep_tickets_max)
  return pageOf(rows)
}

/** Tickets that were resolved before `resolvedBefore`, not opened again, and owe nothing any more; oldest first. */
export async function readResolved(db: Db, resolvedBefore: Date, after?: Cursor): Promise<Page> {
  const { id, resolvedAt, status, openRemedies } = tickets
  const rows = await db
    .select({ at: resolvedAt, ticketId: id })
    .from(tickets)
    .where(
      and(
        // Word for word the predicate of the partial index; as a parameter it would not be recognized.
        sql`${status} = 'resolved' and ${openRemedies} = 0`,
        lt(resolvedAt, resolvedBefore),
        after && sql`(${resolvedAt}, ${id}) > (${after.at.getTime()}, ${after.ticketId})`,
      ),
    )
    .orderBy(asc(resolvedAt), asc(id))
    .limit(limits.sweep_tickets_max)
  return pageOf(rows.map((row) => ({ ...row, number: 0 })))
}

function pageOf(rows: readonly { at: Date | null; ticketId: string; number: number }[]): Page {
  const last = rows.length < limits.sweep_tickets_max ? undefined : rows.at(-1)
  return {
    ticketIds: [...new Set(rows.map(({ ticketId }) => ticketId))],
    next: last?.at ? { at: last.at, ticketId: last.ticketId, number: last.number } : undefined,
  }
}
