import type { Locale } from '@camket/core'
import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, merchants, messages, outbox, ticketContents, tickets } from '../db/schema.ts'

export type OutboxRow = typeof outbox.$inferSelect
export type OutboxKind = OutboxRow['kind']

export type OutboxEntry = { /** `out_…` */ readonly id: string } & (
  | {
      readonly kind: Exclude<OutboxKind, 'sign_in'>
      readonly merchantId: string
      readonly ticketId: string
      readonly messageId?: string | undefined
    }
  | {
      readonly kind: 'sign_in'
      readonly payload: { readonly to: string; readonly url: string; readonly locale: Locale }
    }
)

/** A statement for the batch of what is told, so that neither is ever stored without the other. */
export function insertIntoOutbox(db: Db, entry: OutboxEntry, now: Date) {
  return db.insert(outbox).values({ ...entry, createdAt: now, nextTryAt: now, attempts: 0 })
}

/**
 * Takes rows that are due, each for one consumer until `leasedUntil`: whoever dies with them has them tried again
 * then. One statement, so two consumers never take the same row.
 */
export function claimOutbox(
  db: Db,
  { now, leasedUntil, rows_max }: { now: Date; leasedUntil: Date; rows_max: number },
): Promise<OutboxRow[]> {
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNotNull(outbox.nextTryAt), lte(outbox.nextTryAt, now)))
    .orderBy(asc(outbox.nextTryAt))
    .limit(rows_max)
  return db
    .update(outbox)
    .set({ nextTryAt: leasedUntil, attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.id, due))
    .returning()
}

/** Sent, or nobody to send it to. Also when another has taken the row since: it need not send it again. */
export async function settleOutbox(db: Db, id: string, sentAt: Date | null): Promise<void> {
  await db
    .update(outbox)
    .set({ sentAt, nextTryAt: null, payload: null, lastError: null })
    .where(eq(outbox.id, id))
}

/**
 * To be tried again at `nextTryAt`, or given up at `failedAt`. Only what this try took: a row that was sent or taken
 * by another since stays as it is.
 */
export async function postponeOutbox(
  db: Db,
  { id, attempts }: Pick<OutboxRow, 'id' | 'attempts'>,
  { nextTryAt, failedAt, lastError }: { nextTryAt?: Date; failedAt?: Date; lastError: string },
): Promise<void> {
  await db
    .update(outbox)
    .set({ nextTryAt: nextTryAt ?? null, lastError, ...(failedAt && { failedAt, payload: null }) })
    .where(and(eq(outbox.id, id), eq(outbox.attempts, attempts), isNull(outbox.sentAt)))
}

/** What mails tell, as it is at the time of sending: one round trip. Rows whose words were erased are missing. */
export async function readTold(db: Db, rows: readonly OutboxRow[]): Promise<ToldRows> {
  const ticketIds = [...new Set(rows.flatMap(({ ticketId }) => ticketId ?? []))]
  // An empty list would be a query for nothing that SQLite answers by a scan.
  const messageIds = [...new Set(rows.map(({ messageId }) => messageId ?? ''))]
  const merchantIds = [...new Set(rows.flatMap(({ merchantId }) => merchantId ?? []))]
  if (ticketIds.length === 0) return { tickets: [], deadlines: [], messages: [] }
  // Not a join: in a batch D1 answers with objects, in which columns of one name are one member.
  const [ticketRows, contentsRows, merchantRows, deadlineRows, messageRows] = await db.batch([
    db.select().from(tickets).where(inArray(tickets.id, ticketIds)),
    db.select().from(ticketContents).where(inArray(ticketContents.ticketId, ticketIds)),
    db.select().from(merchants).where(inArray(merchants.id, merchantIds)),
    db
      .select()
      .from(deadlines)
      .where(inArray(deadlines.ticketId, ticketIds))
      .orderBy(asc(deadlines.ticketId), asc(deadlines.number)),
    db.select().from(messages).where(inArray(messages.id, messageIds)),
  ])
  const told = ticketRows.flatMap((ticket) => {
    const contents = contentsRows.find(({ ticketId }) => ticketId === ticket.id)
    const merchant = merchantRows.find(({ id }) => id === ticket.merchantId)
    return contents && merchant ? [{ ticket, contents, merchant }] : []
  })
  return { tickets: told, deadlines: deadlineRows, messages: messageRows }
}

export type ToldTicketRows = {
  readonly ticket: typeof tickets.$inferSelect
  readonly contents: typeof ticketContents.$inferSelect
  readonly merchant: typeof merchants.$inferSelect
}
export type ToldDeadlineRow = typeof deadlines.$inferSelect
export type ToldRows = {
  readonly tickets: readonly ToldTicketRows[]
  readonly deadlines: readonly ToldDeadlineRow[]
  readonly messages: readonly (typeof messages.$inferSelect)[]
}
