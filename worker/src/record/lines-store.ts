import { limits } from '@camket/contracts'
import type { RecordWindow } from '@camket/core'
import { and, asc, between, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { recordLines } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'
import type { LineRow } from './store.ts'

/** Where a page of lines ended. */
export type LinePlace = Pick<LineRow, 'day' | 'handle'>

/** Lines of these days, in the order of the key, and one more than a page holds. For a batch with others. */
export function linesOf(db: Db, merchantId: MerchantId, { from, to }: RecordWindow, after?: LinePlace) {
  const { day, handle } = recordLines
  return db
    .select()
    .from(recordLines)
    .where(
      and(
        eq(recordLines.merchantId, merchantId),
        between(day, from, to),
        after && sql`(${day}, ${handle}) > (${after.day}, ${after.handle})`,
      ),
    )
    .orderBy(asc(day), asc(handle))
    .limit(limits.record_page_max + 1)
}
