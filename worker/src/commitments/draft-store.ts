import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { commitmentDrafts, commitments, member, user } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import type { StoredCommitment } from './store.ts'

export type DraftRow = typeof commitmentDrafts.$inferSelect

/** At most one row, with the name of who saved it last. For a batch with others. */
export const draftOf = (db: Db, merchantId: string) =>
  db
    .select({ draft: commitmentDrafts, savedBy: user.name })
    .from(commitmentDrafts)
    .leftJoin(member, eq(member.id, commitmentDrafts.updatedBy))
    .leftJoin(user, eq(user.id, member.userId))
    .where(eq(commitmentDrafts.merchantId, merchantId))

/** One of two that save over the same revision is written: the other is told `false`. */
export async function writeDraft(db: Db, row: DraftRow): Promise<boolean> {
  const before = row.revision - 1
  const { merchantId, basedOnVersion: _, ...change } = row
  const written =
    before === 0
      ? await db
          .insert(commitmentDrafts)
          .values(row)
          .onConflictDoNothing()
          .returning({ revision: commitmentDrafts.revision })
      : await db
          .update(commitmentDrafts)
          .set(change)
          .where(isRevision(merchantId, before))
          .returning({ revision: commitmentDrafts.revision })
  return written.length > 0
}

/** False when it is no longer of that revision. */
export async function removeDraft(db: Db, merchantId: string, revision: number): Promise<boolean> {
  const removed = await deleteDraft(db, { merchantId, revision }).returning({
    revision: commitmentDrafts.revision,
  })
  return removed.length > 0
}

/**
 * The version and the end of its draft are one write, with `beside`. The primary key lets one of two that publish
 * the same number through; what somebody saved since stays a draft.
 */
export async function writePublication(
  db: Db,
  row: StoredCommitment,
  draft: Pick<DraftRow, 'merchantId' | 'revision'>,
  beside: readonly Statement[],
): Promise<void> {
  await db.batch([db.insert(commitments).values(row), deleteDraft(db, draft), ...beside])
}

const deleteDraft = (db: Db, { merchantId, revision }: Pick<DraftRow, 'merchantId' | 'revision'>) =>
  db.delete(commitmentDrafts).where(isRevision(merchantId, revision))

function isRevision(merchantId: string, revision: number) {
  return and(eq(commitmentDrafts.merchantId, merchantId), eq(commitmentDrafts.revision, revision))
}
