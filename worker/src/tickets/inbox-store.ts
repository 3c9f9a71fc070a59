import type { InboxQuery } from '@camket/contracts'
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, ticketContents, tickets } from '../db/schema.ts'
import { type DeadlineRow, deadlineFromRow } from './ticket-rows.ts'

/** Where a page ended: the next begins after it. */
export type InboxPlace = { readonly sortAt: Date; readonly id: string }

export type InboxFilter = {
  readonly merchantId: string
  readonly view: 'inbox' | 'done'
  readonly status?: InboxQuery['status']
  readonly kind?: InboxQuery['kind']
  readonly departmentId?: string | undefined
  /** `null`: nobody's. */
  readonly ownerId?: string | null
}

type Row = {
  readonly ticket: typeof tickets.$inferSelect
  readonly subject: string
  readonly contact: (typeof ticketContents.$inferSelect)['contact']
}

/** Rows after a place, in the order of the view; one of three indexes serves, whatever the filter. */
export async function readInbox(
  db: Db,
  filter: InboxFilter,
  { after, rows_max }: { after?: InboxPlace | undefined; rows_max: number },
): Promise<Row[]> {
  const inbox = filter.view === 'inbox'
  const place = sql`(${tickets.sortAt}, ${tickets.id})`
  const from = after && sql`(${after.sortAt.getTime()}, ${after.id})`
  const beyond = from && (inbox ? sql`${place} > ${from}` : sql`${place} < ${from}`)
  const order = inbox ? [asc(tickets.sortAt), asc(tickets.id)] : [desc(tickets.sortAt), desc(tickets.id)]
  return db
    .select({ ticket: tickets, subject: ticketContents.subject, contact: ticketContents.contact })
    .from(tickets)
    .innerJoin(ticketContents, eq(ticketContents.ticketId, tickets.id))
    .where(and(...conditions(filter), beyond))
    .orderBy(...order)
    .limit(rows_max)
}

function conditions({
  merchantId,
  view,
  status,
  kind,
  departmentId,
  ownerId,
}: InboxFilter): (SQL | undefined)[] {
  return [
    eq(tickets.merchantId, merchantId),
    eq(tickets.inInbox, view === 'inbox' ? 1 : 0),
    status && eq(tickets.status, status),
    kind && eq(tickets.kind, kind),
    departmentId === undefined ? undefined : eq(tickets.departmentId, departmentId),
    ownerId === undefined
      ? undefined
      : ownerId === null
        ? isNull(tickets.ownerId)
        : eq(tickets.ownerId, ownerId),
  ]
}

/** The deadlines of a page's tickets, by ticket. At most 100 ids. */
export async function readDeadlinesOf(db: Db, ticketIds: readonly string[]) {
  if (ticketIds.length === 0) return new Map<string, ReturnType<typeof deadlineFromRow>[]>()
  const rows: DeadlineRow[] = await db
    .select()
    .from(deadlines)
    .where(inArray(deadlines.ticketId, [...ticketIds]))
  const byTicket = Map.groupBy(rows, ({ ticketId }) => ticketId)
  return new Map([...byTicket].map(([id, ofTicket]) => [id, ofTicket.map(deadlineFromRow)]))
}
