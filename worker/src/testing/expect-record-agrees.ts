import {
  addCounters,
  countersOf,
  foldEvents,
  noCounters,
  type RecordCounters,
  recordLine,
} from '@camket/core'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { readCommitment } from '../commitments/store.ts'
import type { Db } from '../db/db.ts'
import { recordCounters, recordLines, tickets } from '../db/schema.ts'
import { sumsFromRow } from '../record/counters-store.ts'
import { recordHandle } from '../record/record-handle.ts'
import { readEvents } from './read-events.ts'

/** Makes a merchant's record anew from the events of its tickets, and compares every line and every sum. */
export async function expectRecordAgrees(db: Db, merchantId: string): Promise<{ lines: number }> {
  const lines: object[] = []
  const sums = new Map<string, RecordCounters>()
  for (const { id, keySalt } of await db.select().from(tickets).where(eq(tickets.merchantId, merchantId))) {
    const state = foldEvents(await readEvents(db, id))
    const commitment = await readCommitment(db, merchantId, state.ticket.commitmentVersion)
    if (!commitment) throw new Error(`Ticket ${id} has no commitment`)
    for (const deadline of state.deadlines) {
      const line = recordLine(deadline, state, commitment)
      if (!line) continue
      const { remedy, minutes = null, ...rest } = line
      const handle = await recordHandle({ id, keySalt }, deadline.number)
      const remedyState = remedy?.state ?? null
      lines.push({ merchantId, handle, ...rest, minutes, remedyState, remedyAmount: remedy?.amount ?? null })
      for (const period of [line.day, line.day.slice(0, 7)]) {
        const key = `${period} ${line.pledge} ${line.milestone}`
        sums.set(key, addCounters(sums.get(key) ?? noCounters, countersOf(line)))
      }
    }
  }
  const storedLines = await db.select().from(recordLines).where(eq(recordLines.merchantId, merchantId))
  expect(sorted(storedLines)).toEqual(sorted(lines))
  const rows = await db.select().from(recordCounters).where(eq(recordCounters.merchantId, merchantId))
  const stored = rows.map(
    (row) =>
      [`${row.period} ${row.pledge} ${row.milestone}`, withoutZeros(sumsFromRow(row).counters)] as const,
  )
  // A row that came to nothing stays.
  const isSomething = (counters: object) => JSON.stringify(counters) !== JSON.stringify(noCounters)
  expect(new Map(stored.filter(([, counters]) => isSomething(counters)))).toEqual(sums)
  return { lines: lines.length }
}

const withoutZeros = (counters: RecordCounters) => addCounters(noCounters, counters)

const sorted = (lines: readonly object[]) =>
  lines.map((line) => JSON.stringify(Object.entries(line).sort())).sort()
