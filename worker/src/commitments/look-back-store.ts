import { limits } from '@camket/contracts'
import { type EventJson, eventFromJson, type TicketEvent } from '@camket/core'
import { sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { events, tickets } from '../db/schema.ts'

/** Where a part begins: after this request, by filing. */
export type Place = { readonly filedAt: Date; readonly id: string }
type Span = { readonly merchantId: string; readonly after: Place; readonly until: Date }
type Row = { id: string; filedAt: number; version: number; events: string }

/** An event in the order of its columns: instants are milliseconds, members beside the type are in an object. */
type Packed = readonly [
  sequence: number,
  at: number,
  byType: 'customer' | 'staff' | 'system',
  type: string,
  data: Record<string, unknown>,
]

export type History = {
  readonly id: string
  readonly filedAt: Date
  readonly version: number
  readonly events: readonly TicketEvent[]
}

/**
 * Whole histories of requests by their filing, at most `look_back_tickets_max`. Each comes as one text: a row for
 * each event would take most of the time that all of it may take.
 */
export async function readHistories(db: Db, { merchantId, after, until }: Span): Promise<History[]> {
  const history = sql`(
    select json_group_array(json_array(${events.sequence}, ${events.at}, ${events.byType}, ${events.type}, json(${events.data})))
    from ${events} where ${events.ticketId} = ${tickets.id})`
  const rows = await db.all<Row>(sql`
    select ${tickets.id} as "id", ${tickets.filedAt} as "filedAt", ${tickets.commitmentVersion} as "version",
      ${history} as "events"
    from ${tickets}
    where ${tickets.merchantId} = ${merchantId} and ${tickets.filedAt} <= ${until.getTime()}
      and (${tickets.filedAt}, ${tickets.id}) > (${after.filedAt.getTime()}, ${after.id})
    order by ${tickets.filedAt}, ${tickets.id}
    limit ${limits.look_back_tickets_max}`)
  return rows.map((row) => ({
    id: row.id,
    filedAt: new Date(row.filedAt),
    version: row.version,
    // They come by the primary key, in order; to ask for that would have each row read twice.
    events: (JSON.parse(row.events) as Packed[]).sort(([a], [b]) => a - b).map(unpack),
  }))
}

/** Who of the staff it was is nobody's affair here. */
function unpack([sequence, at, byType, type, data]: Packed): TicketEvent {
  return {
    sequence,
    at: new Date(at),
    by: byType === 'staff' ? { type: byType, id: '' } : { type: byType },
    data: eventFromJson({ type, ...data } as EventJson),
  }
}
