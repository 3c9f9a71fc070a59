import { limits } from '@camket/contracts'
import { and, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { idempotency } from '../db/schema.ts'

export type IdempotencyRow = typeof idempotency.$inferSelect

/** The merchant's id as a value, or as the part of a statement that finds it in the same batch. */
type Key = { readonly merchantId: string | SQL; readonly key: string }

/** The answer that is stored under a key, however old it is; at most one row. To go into a batch with others. */
export const answerUnder = (db: Db, key: Key) => db.select().from(idempotency).where(isKey(key))

export async function readAnswer(db: Db, key: Key): Promise<IdempotencyRow | undefined> {
  const [row] = await answerUnder(db, key)
  return row
}

/** For the batch of what it answers: the primary key lets one writer of a key through. */
export const insertAnswer = (db: Db, row: IdempotencyRow) => db.insert(idempotency).values(row)

/** For the same batch, before it: takes an answer away that is kept no longer, and none that came since. */
export const deleteAnswer = (db: Db, { merchantId, key, createdAt }: IdempotencyRow) =>
  db.delete(idempotency).where(and(isKey({ merchantId, key }), eq(idempotency.createdAt, createdAt)))

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
