import { limits } from '@camket/contracts'
import { close } from '@camket/core'
import type { Context } from '../context.ts'
import { type Changed, changeMany } from './change-many.ts'
import { type Place, readResolved } from './store.ts'

const dayMillis = 86_400_000

/** Closes what was resolved more than `reopen_days` ago and not opened again since. */
export function closeResolved(context: Context): Promise<Changed> {
  const { db, now } = context
  const resolvedBefore = new Date(now.getTime() - limits.reopen_days * dayMillis)
  return changeMany(
    context,
    (after?: Place) => readResolved(db, resolvedBefore, after),
    ({ state }, commitment) => {
      const { resolvedAt } = state.ticket
      // Opened and resolved again between the two reads: its days begin anew.
      if (!resolvedAt || resolvedAt >= resolvedBefore) return undefined
      return close(state, { by: { type: 'system' } }, commitment, now)
    },
  )
}
