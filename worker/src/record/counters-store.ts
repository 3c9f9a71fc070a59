import type { RecordCounters, RecordWindow } from '@camket/core'
import { and, between, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { recordCounters } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'
import type { CounterRow } from './store.ts'

/** Sums of a span of time, found by the key. For a batch with others. */
export const countersOfSpan = (
  db: Db,
  merchantId: MerchantId,
  span: CounterRow['span'],
  { from, to }: RecordWindow,
) =>
  db
    .select()
    .from(recordCounters)
    .where(
      and(
        eq(recordCounters.merchantId, merchantId),
        eq(recordCounters.span, span),
        between(recordCounters.period, from, to),
      ),
    )

export function countersFromRow({ leftOut, ...row }: CounterRow): RecordCounters {
  const {
    merchantId: _merchantId,
    span: _span,
    period: _period,
    pledge: _pledge,
    milestone: _milestone,
    ...counts
  } = row
  return { ...counts, excluded: leftOut }
}
