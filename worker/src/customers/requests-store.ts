import { limits } from '@camket/contracts'
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/db.ts'
import { customers, deadlines, messages, ticketContents, tickets } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'

/** From `waysToKnow`. */
type Known = { readonly externalId: string; readonly email: string; readonly phone: string }

/** All customers who are the person of a token (`isSamePerson`); each way is one look into an index. */
function peopleKnown(db: Db, merchantId: MerchantId, { externalId, email, phone }: Known) {
  const ofMerchant = eq(customers.merchantId, merchantId)
  const ids = () => db.select({ id: customers.id }).from(customers)
  return unionAll(
    ids().where(and(ofMerchant, eq(customers.externalId, externalId))),
    ids().where(and(ofMerchant, eq(customers.email, email), isNull(customers.externalId))),
    ids().where(
      and(ofMerchant, eq(customers.phone, phone), isNull(customers.email), isNull(customers.externalId)),
    ),
  )
}

/** When staff last wrote to the customer of the ticket in the row. */
const staffAt = (db: Db): SQL<Date | null> =>
  sql`(${db
    .select({ at: messages.at })
    .from(messages)
    .where(
      and(eq(messages.ticketId, tickets.id), eq(messages.from, 'staff'), eq(messages.visibility, 'public')),
    )
    .orderBy(desc(messages.id))
    .limit(1)})`.mapWith(messages.at)

/** The merchant is asked for in its customers: asked for again here, all of its tickets would be read. */
const latestOf = (db: Db, merchantId: MerchantId, known: Known) =>
  db
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.customerId, peopleKnown(db, merchantId, known)))
    .orderBy(desc(tickets.id))
    .limit(limits.my_tickets_max)

/** What the person of a token filed, newest first, and the deadlines of it; for a batch with others. */
export const requestsOf = (db: Db, merchantId: MerchantId, known: Known) =>
  [
    db
      .select({
        id: tickets.id,
        code: tickets.code,
        kind: tickets.kind,
        status: tickets.status,
        outcome: tickets.outcome,
        filedAt: tickets.filedAt,
        subject: ticketContents.subject,
        staffAt: staffAt(db).as('staff_at'),
      })
      .from(tickets)
      .innerJoin(ticketContents, eq(ticketContents.ticketId, tickets.id))
      .where(inArray(tickets.id, latestOf(db, merchantId, known)))
      .orderBy(desc(tickets.id)),
    db
      .select()
      .from(deadlines)
      .where(inArray(deadlines.ticketId, latestOf(db, merchantId, known)))
      .orderBy(asc(deadlines.dueAt)),
    db
      .select({ name: customers.name, email: customers.email, phone: customers.phone })
      .from(customers)
      .where(inArray(customers.id, peopleKnown(db, merchantId, known)))
      .limit(1),
  ] as const

const standing = (db: Db) => ({
  code: tickets.code,
  status: tickets.status,
  staffAt: staffAt(db).as('staff_at'),
})

/** How these requests of a merchant stand; for a batch with others. */
export const standingOf = (db: Db, merchantId: MerchantId, codes: readonly string[]) =>
  db
    .select(standing(db))
    .from(tickets)
    .where(and(inArray(tickets.code, [...codes]), eq(tickets.merchantId, merchantId)))

/** The same of those that the person of a token filed. */
export const standingOfPerson = (db: Db, merchantId: MerchantId, known: Known) =>
  db
    .select(standing(db))
    .from(tickets)
    .where(inArray(tickets.id, latestOf(db, merchantId, known)))
