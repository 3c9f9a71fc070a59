import type { Change, TicketState } from '@camket/core'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Db } from '../db/db.ts'
import { deadlines, events, outbox, remedies, tickets } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../new-id.ts'
import {
  type DeadlineRow,
  deadlineFromRow,
  deadlineToRow,
  eventToRow,
  type RemedyRow,
  remedyFromRow,
  type TicketIdentity,
  type TicketRow,
  ticketFromRow,
  ticketToRow,
} from './ticket-rows.ts'

/** A ticket as stored: what it is known by, and the state that the rules decide over. */
export type StoredTicket = TicketIdentity & { readonly state: TicketState }

/** D1 takes at most 100 parameters in a statement. */
const parameters_max = 100

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
  return { id: row.id, merchantId: row.merchantId, code: row.code, keySalt: row.keySalt, state }
}

/**
 * Stores a change and what belongs to it (`beside`) whole or not at all. False when another writer was first: read
 * again and decide again.
 */
export async function writeChange(
  context: Context,
  identity: TicketIdentity,
  change: Change,
  beside: readonly Statement[] = [],
): Promise<boolean> {
  const [first, ...rest] = [...changeStatements(context, identity, change), ...beside]
  if (!first) return true
  try {
    await context.db.batch([first, ...rest])
    return true
  } catch (error) {
    if (await hasMovedOn(context.db, identity, change)) return false
    throw error
  }
}

/**
 * A batch fails for many reasons, and D1 names them in prose. Whether it was the lock, `(ticket_id, sequence)`, is
 * seen in the ticket itself: it is no longer where the change began.
 */
async function hasMovedOn(db: Db, { id }: TicketIdentity, { before }: Change): Promise<boolean> {
  const [row] = await db.select({ sequence: tickets.sequence }).from(tickets).where(eq(tickets.id, id))
  return row !== undefined && row.sequence !== (before?.sequence ?? 0)
}

/** The statements of a change, the lock first. None when nothing happened. */
export function changeStatements(context: Context, identity: TicketIdentity, change: Change): Statement[] {
  if (change.events.length === 0) return []
  return [
    ...insertEvents(context.db, identity, change),
    writeTicket(context.db, identity, change),
    ...writeDeadlines(context.db, identity, change),
    ...insertRemedies(context, identity, change),
    ...insertNotices(context, identity, change),
  ]
}

function insertEvents(db: Db, identity: TicketIdentity, { events: happened }: Change): Statement[] {
  const rows = happened.map((event) => eventToRow(identity, event))
  return inChunks(rows).map((chunk) => db.insert(events).values(chunk))
}

function writeTicket(db: Db, identity: TicketIdentity, { before, after }: Change): Statement {
  const row = ticketToRow(identity, after)
  if (!before) return db.insert(tickets).values(row)
  const previous = ticketToRow(identity, before)
  return db.update(tickets).set(changedMembers(previous, row)).where(eq(tickets.id, identity.id))
}

function writeDeadlines(db: Db, identity: TicketIdentity, { before, after }: Change): Statement[] {
  const known = before ? before.deadlines.map((deadline) => deadlineToRow(identity, deadline, before)) : []
  const rows = after.deadlines.map((deadline) => deadlineToRow(identity, deadline, after))
  const updates = known.flatMap((previous, index) => {
    const changed = rows[index] && changedMembers(previous, rows[index])
    if (!changed || Object.keys(changed).length === 0) return []
    const isThis = and(eq(deadlines.ticketId, identity.id), eq(deadlines.number, previous.number))
    return [db.update(deadlines).set(changed).where(isThis)]
  })
  const started = inChunks(rows.slice(known.length)).map((chunk) => db.insert(deadlines).values(chunk))
  return [...updates, ...started]
}

function insertRemedies(context: Context, identity: TicketIdentity, { before, after }: Change): Statement[] {
  const { id: ticketId, merchantId } = identity
  const owed = after.remedies.slice(before?.remedies.length ?? 0).map((remedy) => ({
    ...remedy,
    id: newId('rem', context),
    ticketId,
    merchantId,
    offers: [...remedy.offers],
  }))
  return inChunks(owed).map((chunk) => context.db.insert(remedies).values(chunk))
}

function insertNotices(context: Context, identity: TicketIdentity, { notices }: Change): Statement[] {
  const { id: ticketId, merchantId } = identity
  const rows = notices.map((notice) => ({
    id: newId('out', context),
    merchantId,
    kind: notice.kind,
    ticketId,
    messageId: ('messageId' in notice && notice.messageId) || null,
    createdAt: context.now,
    nextTryAt: context.now,
    attempts: 0,
  }))
  return inChunks(rows).map((chunk) => context.db.insert(outbox).values(chunk))
}

/** Only what differs is written, so that an unchanged index entry costs nothing. */
function changedMembers<T extends object>(before: T, after: T): Partial<T> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof T]),
  )
  return Object.fromEntries(changed) as Partial<T>
}

function inChunks<T extends object>(rows: readonly T[]): T[][] {
  const columnCount = Math.max(...rows.map((row) => Object.keys(row).length), 1)
  const size = Math.floor(parameters_max / columnCount)
  const chunks: T[][] = []
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size))
  return chunks
}
