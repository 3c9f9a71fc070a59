import { limits } from '@camket/contracts'
import { present } from '@camket/core/present'
import { and, asc, isNotNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, remedies, tickets } from '../db/schema.ts'

/** A page of tickets; the next one goes on behind `next`, whatever became of those before. */
export type Page<Cursor> = { readonly ticketIds: readonly string[]; readonly next: Cursor | undefined }

/** Where a row stands in the order in which they are read. */
export type Place = readonly [atMillis: number, id: string, number: number]

/** Where a page ended among deadlines and among remedies; absent: at the beginning. */
export type DueCursor = { readonly deadline?: Place; readonly remedy?: Place }

/**
 * Tickets that a sweep has something to do to since before `now`, the longest due first: a deadline to warn of or to
 * record as missed, a remedy that grows no more or can be claimed no more. Only rows that are due are read.
 */
export async function readDue(db: Db, now: Date, after: DueCursor = {}): Promise<Page<DueCursor>> {
  const [deadlineRows, remedyRows] = await db.batch([
    dueDeadlines(db, now, after.deadline),
    dueRemedies(db, now, after.remedy),
  ])
  const rows = [
    ...deadlineRows.map((row) => ({ ...row, id: row.ticketId, of: 'deadline' as const })),
    ...remedyRows.map((row) => ({ ...row, of: 'remedy' as const })),
  ]
    .sort((a, b) => Number(a.at) - Number(b.at))
    .slice(0, limits.sweep_tickets_max)
  const lastOf = (of: 'deadline' | 'remedy'): Place | undefined => {
    const last = rows.findLast((row) => row.of === of)
    return last ? [Number(last.at), last.id, last.number] : after[of]
  }
  return {
    ticketIds: [...new Set(rows.map(({ ticketId }) => ticketId))],
    next:
      rows.length < limits.sweep_tickets_max
        ? undefined
        : present({ deadline: lastOf('deadline'), remedy: lastOf('remedy') }),
  }
}

function dueDeadlines(db: Db, now: Date, after: Place | undefined) {
  const { watchAt, ticketId, number } = deadlines
  const behind = after && sql`(${watchAt}, ${ticketId}, ${number}) > (${after[0]}, ${after[1]}, ${after[2]})`
  return db
    .select({ at: watchAt, ticketId, number })
    .from(deadlines)
    .where(and(isNotNull(watchAt), lt(watchAt, now), behind))
    .orderBy(asc(watchAt), asc(ticketId), asc(number))
    .limit(limits.sweep_tickets_max)
}

function dueRemedies(db: Db, now: Date, after: Place | undefined) {
  const { watchAt, ticketId, id, number } = remedies
  const behind = after && sql`(${watchAt}, ${id}) > (${after[0]}, ${after[1]})`
  return db
    .select({ at: watchAt, ticketId, id, number })
    .from(remedies)
    .where(and(isNotNull(watchAt), lt(watchAt, now), behind))
    .orderBy(asc(watchAt), asc(id))
    .limit(limits.sweep_tickets_max)
}

/** Tickets that were resolved before `resolvedBefore`, not opened again, and owe nothing any more; oldest first. */
export async function readResolved(db: Db, resolvedBefore: Date, after?: Place): Promise<Page<Place>> {
  const { id, resolvedAt, status, openRemedies } = tickets
  const rows = await db
    .select({ at: resolvedAt, ticketId: id })
    .from(tickets)
    .where(
      and(
        // Word for word the predicate of the partial index; as a parameter it would not be recognized.
        sql`${status} = 'resolved' and ${openRemedies} = 0`,
        lt(resolvedAt, resolvedBefore),
        after && sql`(${resolvedAt}, ${id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(resolvedAt), asc(id))
    .limit(limits.sweep_tickets_max)
  const last = rows.length < limits.sweep_tickets_max ? undefined : rows.at(-1)
  return {
    ticketIds: rows.map(({ ticketId }) => ticketId),
    next: last?.at ? [last.at.getTime(), last.ticketId, 0] : undefined,
  }
}
