import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { customers } from '../db/schema.ts'

export type Customer = typeof customers.$inferSelect

/** At most one: an e-mail address belongs to one customer of a merchant. */
export const customerByEmail = (db: Db, merchantId: string, email: string | undefined) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.merchantId, merchantId), eq(customers.email, email ?? '')))

/** A phone number may be shared; whoever came last with it is taken. */
export const customerByPhone = (db: Db, merchantId: string, phone: string | undefined) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.merchantId, merchantId), eq(customers.phone, phone ?? '')))
    .orderBy(desc(customers.id))
    .limit(1)

export const customerById = (db: Db, merchantId: string, id: string) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), eq(customers.merchantId, merchantId)))

export const insertCustomer = (db: Db, row: Customer) => db.insert(customers).values(row)

/** One more request of somebody known. What they are called stays as it was: the ticket holds what was typed. */
export const countRequest = (db: Db, { id, merchantId }: Pick<Customer, 'id' | 'merchantId'>) =>
  db
    .update(customers)
    .set({ ticketCount: sql`${customers.ticketCount} + 1` })
    .where(and(eq(customers.id, id), eq(customers.merchantId, merchantId)))
