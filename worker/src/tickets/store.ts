import type { TicketState } from '@camket/core'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, remedies, tickets } from '../db/schema.ts'
import {
  type DeadlineRow,
  deadlineFromRow,
  type RemedyRow,
  remedyFromRow,
  type TicketIdentity,
  type TicketRow,
  ticketFromRow,
} from './ticket-rows.ts'

/** A ticket as stored: what it is known by, and the state that the rules decide over. */
export type StoredTicket = TicketIdentity & {
  readonly state: TicketState
  /** Public ids of its remedies, the first remedy's first. */
  readonly remedyIds: readonly string[]
}

/** By code within one merchant; another merchant's code finds nothing. */
export async function readTicket(
  db: Db,
  merchantId: string,
  code: string,
): Promise<StoredTicket | undefined> {
  const found = and(eq(tickets.code, code), eq(tickets.merchantId, merchantId))
  return storedTicket(await db.batch(ticketQueries(db, found)))
}

/** For work that goes over all merchants, such as the sweep. At most 100 ids. */
export async function readTicketsById(db: Db, ids: readonly string[]): Promise<StoredTicket[]> {
  if (ids.length === 0) return []
  const [ticketRows, deadlineRows, remedyRows] = await db.batch([
    db
      .select()
      .from(tickets)
      .where(inArray(tickets.id, [...ids])),
    db
      .select()
      .from(deadlines)
      .where(inArray(deadlines.ticketId, [...ids]))
      .orderBy(asc(deadlines.ticketId), asc(deadlines.number)),
    db
      .select()
      .from(remedies)
      .where(inArray(remedies.ticketId, [...ids]))
      .orderBy(asc(remedies.ticketId), asc(remedies.number)),
  ])
  return ticketRows.flatMap((row) => {
    const ofTicket = ({ ticketId }: { ticketId: string }) => ticketId === row.id
    return storedTicket([[row], deadlineRows.filter(ofTicket), remedyRows.filter(ofTicket)]) ?? []
  })
}

/** The three statements that read a ticket's state, to go into one batch with others. */
export function ticketQueries(db: Db, found: SQL | undefined) {
  const id = db.select({ id: tickets.id }).from(tickets).where(found)
  return [
    db.select().from(tickets).where(found),
    db
      .select()
      .from(deadlines)
      .where(eq(deadlines.ticketId, sql`(${id})`))
      .orderBy(asc(deadlines.number)),
    db
      .select()
      .from(remedies)
      .where(eq(remedies.ticketId, sql`(${id})`))
      .orderBy(asc(remedies.number)),
  ] as const
}

export function storedTicket([[row], deadlineRows, remedyRows]: readonly [
  readonly TicketRow[],
  readonly DeadlineRow[],
  readonly RemedyRow[],
]): StoredTicket | undefined {
  if (!row) return undefined
  const state: TicketState = {
    ticket: ticketFromRow(row),
    deadlines: deadlineRows.map(deadlineFromRow),
    remedies: remedyRows.map(remedyFromRow),
    sequence: row.sequence,
  }
  const { id, merchantId, code, keySalt } = row
  return { id, merchantId, code, keySalt, state, remedyIds: remedyRows.map((remedy) => remedy.id) }
}

/** By its id, for what was stored under it. */
export async function readIdentity(db: Db, id: string): Promise<TicketIdentity | undefined> {
  const { merchantId, code, keySalt } = tickets
  const [row] = await db
    .select({ id: tickets.id, merchantId, code, keySalt })
    .from(tickets)
    .where(eq(tickets.id, id))
  return row
}
