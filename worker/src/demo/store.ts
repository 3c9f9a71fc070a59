import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { deadlines, merchants, outbox, remedies, tickets } from '../db/schema.ts'

export async function hasMerchants(db: Db): Promise<boolean> {
  return (await db.select({ id: merchants.id }).from(merchants).limit(1)).length > 0
}

/** When the cron would next have something to do: the first deadline or remedy to watch, the request resolved longest ago. */
export async function readNextDue(db: Db): Promise<{ missedAt?: Date; resolvedAt?: Date }> {
  const [[watched], [remedied], [resolved]] = await db.batch([
    db
      .select({ at: deadlines.watchAt })
      .from(deadlines)
      .where(isNotNull(deadlines.watchAt))
      .orderBy(asc(deadlines.watchAt))
      .limit(1),
    db
      .select({ at: remedies.watchAt })
      .from(remedies)
      .where(isNotNull(remedies.watchAt))
      .orderBy(asc(remedies.watchAt))
      .limit(1),
    db
      .select({ at: tickets.resolvedAt })
      .from(tickets)
      .where(sql`${tickets.status} = 'resolved' and ${tickets.openRemedies} = 0`)
      .orderBy(asc(tickets.resolvedAt))
      .limit(1),
  ])
  const due = [watched?.at, remedied?.at].filter((at) => at instanceof Date)
  const first = due.sort((a, b) => a.getTime() - b.getTime())[0]
  return { ...(first && { missedAt: first }), ...(resolved?.at && { resolvedAt: resolved.at }) }
}

/** All that is owed and not chosen yet, in the order in which it came to be; small enough to be read whole. */
export const readOwed = (db: Db) =>
  db
    .select({ id: remedies.id, ticketId: remedies.ticketId, merchantId: remedies.merchantId })
    .from(remedies)
    .where(eq(remedies.state, 'owed'))
    .orderBy(asc(remedies.id))

/** Nobody is to be told what happened in the demo's past. */
export async function silenceOutbox(db: Db): Promise<void> {
  await db.update(outbox).set({ nextTryAt: null, payload: null }).where(isNotNull(outbox.nextTryAt))
}

/** Small tables, counted once on a developer's machine. */
export async function countAll(
  db: Db,
): Promise<{ merchants: number; tickets: number; missed: number; remedies: number }> {
  const [merchantCount, ticketCount, missed, remedyCount] = await Promise.all([
    db.$count(merchants),
    db.$count(tickets),
    db.$count(deadlines, isNotNull(deadlines.missedAt)),
    db.$count(remedies),
  ])
  return { merchants: merchantCount, tickets: ticketCount, missed, remedies: remedyCount }
}
