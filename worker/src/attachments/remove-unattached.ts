import type { Context } from '../context.ts'
import { deleteUnattached, readUnattached } from './store.ts'

/**
 * Removes uploads that nothing used within a day, at most `removals_batch_max` at a time; how many. The file goes
 * before its row: where it stops in between, the row is still there to try again by.
 */
export async function removeUnattached(
  { db, now }: Pick<Context, 'db' | 'now'>,
  files: R2Bucket,
): Promise<number> {
  const unattached = await readUnattached(db, now)
  if (unattached.length === 0) return 0
  await files.delete(unattached.map(({ objectKey }) => objectKey))
  await deleteUnattached(
    db,
    unattached.map(({ id }) => id),
  )
  return unattached.length
}
