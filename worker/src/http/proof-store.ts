import { limits } from '@camket/contracts'
import { eq, inArray, lte } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { usedProofs } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'

/** For the batch of what the proof was for: its key lets one through. */
export const insertUsedProof = (db: Db, row: typeof usedProofs.$inferInsert): Statement =>
  db.insert(usedProofs).values(row)

export async function isProofUsed(db: Db, hash: string): Promise<boolean> {
  const [row] = await db.select().from(usedProofs).where(eq(usedProofs.hash, hash))
  return row !== undefined
}

/** At most `removals_batch_max` at a time; called by the cron. */
export async function deleteExpiredProofs(db: Db, now: Date): Promise<void> {
  const over = db
    .select({ hash: usedProofs.hash })
    .from(usedProofs)
    .where(lte(usedProofs.expiresAt, now))
    .limit(limits.removals_batch_max)
  await db.delete(usedProofs).where(inArray(usedProofs.hash, over))
}
