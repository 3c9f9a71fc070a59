import {
  addCounters,
  type Change,
  countersOf,
  noCounters,
  type RecordCounters,
  type RecordLine,
} from '@camket/core'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/db.ts'
import { recordCounters, recordLines } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'
import { recordHandle } from './record-handle.ts'

type Whose = { readonly id: string; readonly merchantId: string; readonly keySalt: string }
export type CounterRow = typeof recordCounters.$inferSelect
export type LineRow = typeof recordLines.$inferSelect
type Difference = Pick<CounterRow, 'span' | 'period' | 'pledge' | 'milestone'> & { counters: RecordCounters }

/**
 * What a change of a ticket changes in its merchant's record, for the batch of that change: whatever keeps the change
 * from being written twice keeps this from being counted twice.
 */
export async function recordStatements(
  db: Db,
  whose: Whose,
  { record }: Pick<Change, 'record'>,
): Promise<Statement[]> {
  const lines = await Promise.all(
    record.map(async ({ number, before, after }) => {
      const handle = await recordHandle(whose, number)
      return writeLine(db, { merchantId: whose.merchantId, handle }, before, after)
    }),
  )
  const sums = differences(record).map((difference) => addToCounters(db, whose.merchantId, difference))
  return [...lines.flat(), ...sums]
}

function writeLine(
  db: Db,
  { merchantId, handle }: Pick<LineRow, 'merchantId' | 'handle'>,
  before: RecordLine | undefined,
  after: RecordLine | undefined,
): Statement[] {
  const isThis = (day: string) =>
    and(eq(recordLines.merchantId, merchantId), eq(recordLines.day, day), eq(recordLines.handle, handle))
  if (before && after && before.day === after.day) {
    return [db.update(recordLines).set(lineToRow(after)).where(isThis(before.day))]
  }
  return [
    ...(before ? [db.delete(recordLines).where(isThis(before.day))] : []),
    ...(after ? [db.insert(recordLines).values({ merchantId, handle, ...lineToRow(after) })] : []),
  ]
}

function lineToRow({ day, pledge, milestone, outcome, minutes, remedy }: RecordLine) {
  return {
    day,
    pledge,
    milestone,
    outcome,
    minutes: minutes ?? null,
    remedyState: remedy?.state ?? null,
    remedyAmount: remedy?.amount ?? null,
  }
}

/** One for each row of sums that is touched, by day and by month. */
function differences(record: Change['record']): Difference[] {
  const byRow = new Map<string, Difference>()
  const signed = record.flatMap(({ before, after }) => [
    ...(before ? [{ line: before, counters: countersOf(before, -1) }] : []),
    ...(after ? [{ line: after, counters: countersOf(after) }] : []),
  ])
  for (const { line, counters } of signed) {
    const { day, pledge, milestone } = line
    for (const at of [
      { span: 'day', period: day },
      { span: 'month', period: day.slice(0, 7) },
    ] as const) {
      const key = [at.period, pledge, milestone].join(' ')
      const known = byRow.get(key)?.counters ?? noCounters
      byRow.set(key, { ...at, pledge, milestone, counters: addCounters(known, counters) })
    }
  }
  return [...byRow.values()].filter(({ counters }) => !isNothing(counters))
}

const isNothing = (counters: RecordCounters) => JSON.stringify(counters) === JSON.stringify(noCounters)

function addToCounters(db: Db, merchantId: string, { counters, ...row }: Difference): Statement {
  const { excluded, settled, times, ...counts } = counters
  const added = { ...counts, leftOut: excluded }
  const more = Object.entries(added)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => [name, sql`${recordCounters[name as keyof typeof added]} + ${count}`])
  const { merchantId: merchant, span, period, pledge, milestone } = recordCounters
  return db
    .insert(recordCounters)
    .values({ merchantId, ...row, ...added, settled, times })
    .onConflictDoUpdate({
      target: [merchant, span, period, pledge, milestone],
      set: {
        ...(Object.fromEntries(more) as Record<string, SQL>),
        settled: sumsIn(recordCounters.settled, settled),
        times: sumsIn(recordCounters.times, times),
      },
    })
}

/** Adds to each key of a tally within the database. Keys are ours: currencies and whole minutes. */
function sumsIn(column: SQLiteColumn, added: Readonly<Record<string, number>>): SQL {
  return Object.entries(added).reduce((tally: SQL, [key, count]) => {
    const path = `$."${key}"`
    return sql`json_set(${tally}, ${path}, coalesce(json_extract(${column}, ${path}), 0) + ${count})`
  }, sql`${column}`)
}
