import { limits } from '@camket/contracts'
import { and, asc, eq, gt, inArray, isNull, lte, type SQL } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { attachments } from '../db/schema.ts'

export type AttachmentRow = typeof attachments.$inferSelect

const minuteMillis = 60_000
const hourMillis = 60 * minuteMillis

export async function insertAttachment(db: Db, row: AttachmentRow): Promise<void> {
  await db.insert(attachments).values(row)
}

/** False, and nothing changes, where there is a row of this id already. */
export async function insertIfNew(db: Db, row: AttachmentRow): Promise<boolean> {
  const inserted = await db
    .insert(attachments)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: attachments.id })
  return inserted.length > 0
}

/** False, and nothing changes, where the row is gone or another request has taken its upload over. */
export async function deleteAttachment(db: Db, row: AttachmentRow): Promise<boolean> {
  const deleted = await db.delete(attachments).where(isAsRead(row)).returning({ id: attachments.id })
  return deleted.length > 0
}

/**
 * Makes the upload of a row without a file one that begins now. False where it began less than a lease ago, so may
 * still be under way, where another request was faster, and where the row is about to be removed.
 */
export async function takeOver(db: Db, row: AttachmentRow, now: Date): Promise<boolean> {
  const leasedSince = new Date(now.getTime() - limits.idempotency_lease_seconds * 1000)
  const taken = await db
    .update(attachments)
    .set({ uploadedAt: now })
    .where(
      and(
        isAsRead(row),
        lte(attachments.uploadedAt, leasedSince),
        gt(attachments.uploadedAt, usableUploadedAfter(now)),
      ),
    )
    .returning({ id: attachments.id })
  return taken.length > 0
}

/** For whoever holds a signed link to it, which names no merchant: the signature is the right to see it. */
export async function readAttachment(db: Db, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id))
  return row
}

/** All files of a ticket in the order in which they came, to go into the batch that reads it. */
export const attachmentsOf = (db: Db, ticketId: string | SQL) =>
  db
    .select()
    .from(attachments)
    .where(eq(attachments.ticketId, ticketId))
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))

/**
 * Those of `ids` that may be attached now: the merchant's, attached to nothing, and not about to be removed. One
 * that is missing from the answer is `attachment_not_usable`. At most 90 ids (D1 takes 100 parameters).
 */
export const usableAttachments = (
  db: Db,
  { merchantId, ids, now }: { merchantId: string; ids: readonly string[]; now: Date },
) =>
  db
    .select()
    .from(attachments)
    .where(
      and(
        inArray(attachments.id, [...ids]),
        eq(attachments.merchantId, merchantId),
        isNull(attachments.ticketId),
        gt(attachments.uploadedAt, usableUploadedAfter(now)),
      ),
    )

/**
 * Attaches, in the batch that stores the message. `usableAttachments` comes first; where another took a file in
 * the meantime, a trigger fails this batch as a whole.
 */
export const attachTo = (
  db: Db,
  at: { merchantId: string; ids: readonly string[]; ticketId: string; messageId: string },
) =>
  db
    .update(attachments)
    .set({ ticketId: at.ticketId, messageId: at.messageId })
    .where(and(inArray(attachments.id, [...at.ids]), eq(attachments.merchantId, at.merchantId)))

/** Uploads that nothing ever used, oldest first. */
export function readUnattached(db: Db, now: Date): Promise<Pick<AttachmentRow, 'id' | 'objectKey'>[]> {
  const uploadedBy = new Date(now.getTime() - limits.unattached_hours_max * hourMillis)
  return db
    .select({ id: attachments.id, objectKey: attachments.objectKey })
    .from(attachments)
    .where(and(isNull(attachments.ticketId), lte(attachments.uploadedAt, uploadedBy)))
    .orderBy(asc(attachments.uploadedAt))
    .limit(limits.removals_batch_max)
}

export async function deleteUnattached(db: Db, ids: readonly string[]): Promise<void> {
  await db.delete(attachments).where(and(inArray(attachments.id, [...ids]), isNull(attachments.ticketId)))
}

function isAsRead({ id, uploadedAt }: AttachmentRow) {
  return and(eq(attachments.id, id), eq(attachments.uploadedAt, uploadedAt))
}

function usableUploadedAfter(now: Date): Date {
  const { unattached_hours_max, unattached_margin_minutes } = limits
  const usableMillis = unattached_hours_max * hourMillis - unattached_margin_minutes * minuteMillis
  return new Date(now.getTime() - usableMillis)
}
