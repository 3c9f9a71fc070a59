import type { RecordWindow, RecordWindowDays } from '@camket/core'
import { and, between, eq } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { recordCounters } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'
import { rangesToRead } from './ranges-to-read.ts'
import type { CounterRow } from './store.ts'
import type { Sums } from './sum-groups.ts'

/** The sums that a record of so many days and its last year are made of. For a batch with others. */
export function recordSums(db: Db, merchantId: MerchantId, now: Date, days: RecordWindowDays) {
  const { months, days: ranges } = rangesToRead(now, days)
  const [year, edge, month] = ranges
  return [
    sumsOf(db, merchantId, 'month', months),
    sumsOf(db, merchantId, 'day', year),
    sumsOf(db, merchantId, 'day', edge),
    sumsOf(db, merchantId, 'day', month),
  ] as const
}

const sumsOf = (db: Db, merchantId: MerchantId, span: CounterRow['span'], { from, to }: RecordWindow) => {
  const { period } = recordCounters
  return db
    .select()
    .from(recordCounters)
    .where(
      and(
        eq(recordCounters.merchantId, merchantId),
        eq(recordCounters.span, span),
        between(period, from, to),
      ),
    )
}

export function sumsFromRow({ merchantId: _, leftOut, ...row }: CounterRow): Sums {
  const { span, period, pledge, milestone, ...counts } = row
  return { span, period, pledge, milestone, counters: { ...counts, excluded: leftOut } }
}
