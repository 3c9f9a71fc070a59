import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { merchants, remedies, remedyPayees, ticketContents, tickets } from '../db/schema.ts'
import type { RemedyRow } from './ticket-rows.ts'

/** Where a page ended: the next begins after it. */
export type RemedyPlace = { readonly sortAt: Date; readonly id: string }

export type RemedyFilter = {
  readonly merchantId: string
  readonly state: 'open' | RemedyRow['state']
}

const openStates = ['open', 'owed', 'chosen', 'disputed']

/** What is open, nearest settle-by first, or what is done, newest first; one index serves, whatever the filter. */
export function readRemedyRows(
  db: Db,
  { merchantId, state }: RemedyFilter,
  { after, rows_max }: { after?: RemedyPlace | undefined; rows_max: number },
) {
  const isOpen = openStates.includes(state)
  const place = sql`(${remedies.sortAt}, ${remedies.id})`
  const from = after && sql`(${after.sortAt.getTime()}, ${after.id})`
  const beyond: SQL | undefined = from && (isOpen ? sql`${place} > ${from}` : sql`${place} < ${from}`)
  const order = isOpen ? [asc(remedies.sortAt), asc(remedies.id)] : [desc(remedies.sortAt), desc(remedies.id)]
  return db
    .select({
      remedy: remedies,
      code: tickets.code,
      subject: ticketContents.subject,
      contact: ticketContents.contact,
      payTo: remedyPayees.payTo,
      reference: remedyPayees.reference,
      merchantLocale: merchants.locale,
    })
    .from(remedies)
    .innerJoin(tickets, eq(tickets.id, remedies.ticketId))
    .innerJoin(ticketContents, eq(ticketContents.ticketId, remedies.ticketId))
    .innerJoin(merchants, eq(merchants.id, remedies.merchantId))
    .leftJoin(remedyPayees, eq(remedyPayees.remedyId, remedies.id))
    .where(
      and(
        eq(remedies.merchantId, merchantId),
        eq(remedies.isOpen, isOpen ? 1 : 0),
        state === 'open' ? undefined : eq(remedies.state, state),
        beyond,
      ),
    )
    .orderBy(...order)
    .limit(rows_max)
}
