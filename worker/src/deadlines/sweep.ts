import { recordMisses } from '@camket/core'
import type { Context } from '../context.ts'
import { type Changed, changeMany } from './change-many.ts'
import { readOverdue } from './store.ts'

/**
 * Puts on record what is already true: every deadline whose instant has passed unmet, and the remedy that it owes.
 * Exactly on its instant a deadline is still kept.
 */
export function sweep(context: Context): Promise<Changed> {
  const { db, now } = context
  return changeMany(
    context,
    (after) => readOverdue(db, now, after),
    ({ state }, commitment) => recordMisses(state, commitment, now),
  )
}
