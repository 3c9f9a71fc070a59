import { limits } from '@camket/contracts'
import { eq, inArray, lte } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { usedProofs } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import type { Pass } from './pass.ts'

/** For the batch of what the proof was for: its key lets one through. */
export const insertUsedProof = (db: Db, row: typeof usedProofs.$inferInsert): Statement =>
  db.insert(usedProofs).values(row)

export async function isProofUsed(db: Db, hash: string): Promise<boolean> {
  const [row] = await db.select().from(usedProofs).where(eq(usedProofs.hash, hash))
  return row !== undefined
}

/** The pass may be used once from now on; solving it again changes nothing. */
export const insertSolvedPass = (db: Db, { id, expiresAt }: Pass): Statement =>
  db
    .insert(usedProofs)
    .values({ hash: solved(id), expiresAt })
    .onConflictDoNothing()

/** For the batch of what the pass was for: its key lets one through. */
export const insertUsedPass = (db: Db, { id, expiresAt }: Pass): Statement =>
  insertUsedProof(db, { hash: used(id), expiresAt })

export async function passState(db: Db, { id }: Pass): Promise<'unsolved' | 'solved' | 'used'> {
  const rows = await db
    .select({ hash: usedProofs.hash })
    .from(usedProofs)
    .where(inArray(usedProofs.hash, [solved(id), used(id)]))
  if (rows.some(({ hash }) => hash === used(id))) return 'used'
  return rows.length > 0 ? 'solved' : 'unsolved'
}

// Nonces of work are hexadecimal: neither can be one.
const solved = (id: string) => `solved.${id}`
const used = (id: string) => `pass.${id}`

/** At most `removals_batch_max` at a time; called by the cron. */
export async function deleteExpiredProofs(db: Db, now: Date): Promise<void> {
  const over = db
    .select({ hash: usedProofs.hash })
    .from(usedProofs)
    .where(lte(usedProofs.expiresAt, now))
    .limit(limits.removals_batch_max)
  await db.delete(usedProofs).where(inArray(usedProofs.hash, over))
}
