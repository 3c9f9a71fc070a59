import { limits } from '@camket/contracts'
import type { Change, Notice, TicketState } from '@camket/core'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Db } from '../db/db.ts'
import { deadlines, events, outbox, remedies, tickets } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import { newId } from '../new-id.ts'
import { recordStatements } from '../record/store.ts'
import {
  deadlineToRow,
  type EventRow,
  eventToRow,
  remedyToRow,
  type TicketIdentity,
  ticketToRow,
} from './ticket-rows.ts'

/** D1 takes at most 100 parameters in a statement. */
const parameters_max = 100

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
  const [first, ...rest] = [...(await changeStatements(context, identity, change)), ...beside]
  if (!first) return true
  try {
    await context.db.batch([first, ...rest])
    return true
  } catch (error) {
    const since = await eventsSince(context.db, identity, change)
    if (since.length === 0) throw error
    return since.some((event) => isOurs(event, change))
  }
}

/**
 * A batch fails for many reasons, and D1 names them in prose. Whether it was the lock, `(ticket_id, sequence)`, is
 * seen in what is written behind where the change began.
 */
function eventsSince(db: Db, { id }: TicketIdentity, { before }: Change): Promise<EventRow[]> {
  return db
    .select()
    .from(events)
    .where(and(eq(events.ticketId, id), gt(events.sequence, before?.sequence ?? 0)))
    .orderBy(asc(events.sequence))
    .limit(limits.timeline_events_max)
}

/**
 * Whether it was we who wrote that, and only the database's answer got lost: then nothing must be written twice. It
 * is told by ids that nobody else makes, the new ticket's or the message's.
 */
function isOurs({ data }: EventRow, { before, events: ours }: Change): boolean {
  const messageIds = ours.flatMap((event) => ('messageId' in event.data ? event.data.messageId : []))
  return !before || messageIds.some((id) => id === data.messageId)
}

/** The statements of a change, the lock first. None when nothing happened. */
export async function changeStatements(
  context: Context,
  identity: TicketIdentity,
  change: Change,
): Promise<Statement[]> {
  if (change.events.length === 0) return []
  return [
    ...insertEvents(context.db, identity, change),
    writeTicket(context.db, identity, change),
    ...writeDeadlines(context.db, identity, change),
    ...writeRemedies(context, identity, change),
    ...insertNotices(context, identity, change),
    ...(await recordStatements(context.db, identity, change)),
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

function writeDeadlines(db: Db, identity: TicketIdentity, change: Change): Statement[] {
  const { before, after, commitment } = change
  const rowsOf = (state: TicketState) =>
    state.deadlines.map((deadline) => deadlineToRow(identity, deadline, { state, commitment }))
  const known = before ? rowsOf(before) : []
  const rows = rowsOf(after)
  const updates = known.flatMap((previous, index) => {
    const changed = rows[index] && changedMembers(previous, rows[index])
    if (!changed || Object.keys(changed).length === 0) return []
    const isThis = and(eq(deadlines.ticketId, identity.id), eq(deadlines.number, previous.number))
    return [db.update(deadlines).set(changed).where(isThis)]
  })
  const started = inChunks(rows.slice(known.length)).map((chunk) => db.insert(deadlines).values(chunk))
  return [...updates, ...started]
}

function writeRemedies(context: Context, identity: TicketIdentity, change: Change): Statement[] {
  const { before, after, commitment } = change
  const known = before?.remedies ?? []
  const updates = known.flatMap((previous, index) => {
    const remedy = after.remedies[index]
    // Its public id stays as it was stored: it is no part of the state.
    const changed =
      before &&
      remedy &&
      changedMembers(
        remedyToRow(identity, previous, { id: '', state: before, commitment }),
        remedyToRow(identity, remedy, { id: '', state: after, commitment }),
      )
    if (!changed || Object.keys(changed).length === 0) return []
    const isThis = and(eq(remedies.ticketId, identity.id), eq(remedies.number, previous.number))
    return [context.db.update(remedies).set(changed).where(isThis)]
  })
  const owed = after.remedies
    .slice(known.length)
    .map((remedy) => remedyToRow(identity, remedy, { id: newId('rem', context), state: after, commitment }))
  return [...updates, ...inChunks(owed).map((chunk) => context.db.insert(remedies).values(chunk))]
}

function insertNotices(context: Context, identity: TicketIdentity, { notices }: Change): Statement[] {
  const { id: ticketId, merchantId } = identity
  const rows = notices.map((notice) => ({
    id: newId('out', context),
    merchantId,
    kind: notice.kind,
    ticketId,
    messageId: ('messageId' in notice && notice.messageId) || null,
    number: numberOf(notice),
    warns: notice.kind === 'warning' ? notice.to : null,
    createdAt: context.now,
    nextTryAt: context.now,
    attempts: 0,
  }))
  return inChunks(rows).map((chunk) => context.db.insert(outbox).values(chunk))
}

function numberOf(notice: Notice): number | null {
  if ('deadlineNumber' in notice) return notice.deadlineNumber
  return 'remedyNumber' in notice ? notice.remedyNumber : null
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
