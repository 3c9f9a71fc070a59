import { recordDue } from '@camket/core'
import type { Context } from '../context.ts'
import { type Changed, changeMany } from './change-many.ts'
import { type DueCursor, readDue } from './store.ts'

/**
 * Puts on record what is already true: every deadline whose instant has passed unmet, the remedy that it owes, what
 * time has made of a remedy; and warns of deadlines that come near. Exactly on its instant a deadline is still kept.
 */
export function sweep(context: Context): Promise<Changed> {
  const { db, now } = context
  return changeMany(
    context,
    (after?: DueCursor) => readDue(db, now, after),
    ({ state }, commitment) => recordDue(state, commitment, now),
  )
}
