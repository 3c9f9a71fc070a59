import { limits } from '@camket/contracts'
import { and, eq, lte, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { idempotency } from '../db/schema.ts'

export type IdempotencyRow = typeof idempotency.$inferSelect
type Key = { readonly merchantId: string; readonly key: string }

/** The answer that is stored under a key, however old it is. */
export async function readAnswer(db: Db, key: Key): Promise<IdempotencyRow | undefined> {
  const [row] = await db.select().from(idempotency).where(isKey(key))
  return row
}

/** For the batch of what it answers: the primary key lets one writer of a key through. */
export const insertAnswer = (db: Db, row: IdempotencyRow) => db.insert(idempotency).values(row)

/** For the same batch, before it, when the key's answer is older than answers are kept. */
export const deleteAnswer = (db: Db, key: Key) => db.delete(idempotency).where(isKey(key))

export const isKept = ({ createdAt }: IdempotencyRow, now: Date): boolean => createdAt > keptSince(now)

/** At most `removals_batch_max` at a time; called by the cron. */
export async function deleteOldAnswers(db: Db, now: Date): Promise<void> {
  const old = db
    .select({ merchantId: idempotency.merchantId, key: idempotency.key })
    .from(idempotency)
    .where(lte(idempotency.createdAt, keptSince(now)))
    .limit(limits.removals_batch_max)
  await db.delete(idempotency).where(sql`(${idempotency.merchantId}, ${idempotency.key}) in ${old}`)
}

function isKey({ merchantId, key }: Key) {
  return and(eq(idempotency.merchantId, merchantId), eq(idempotency.key, key))
}

function keptSince(now: Date): Date {
  return new Date(now.getTime() - limits.idempotency_hours * 3_600_000)
}
