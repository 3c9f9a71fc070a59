import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { customers } from '../db/schema.ts'
import type { MerchantId } from '../merchants/store.ts'

export type Customer = typeof customers.$inferSelect

/** At most one: an e-mail address belongs to one customer of a merchant. */
export const customerByEmail = (db: Db, merchantId: MerchantId, email: string | undefined) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.merchantId, merchantId), eq(customers.email, email ?? '')))

/** At most one: whom the merchant's own systems know by this name. */
export const customerByExternalId = (db: Db, merchantId: MerchantId, externalId: string | undefined) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.merchantId, merchantId), eq(customers.externalId, externalId ?? '')))

/** A phone number may be shared; of several who gave it, whoever came last. */
export const customerByPhone = (db: Db, merchantId: MerchantId, phone: string | undefined) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.merchantId, merchantId), eq(customers.phone, phone ?? '')))
    .orderBy(desc(customers.id))
    .limit(1)

/** Ids as values, or as the parts of a statement that find them in the same batch. */
export const customerById = (db: Db, merchantId: MerchantId, id: string | SQL) =>
  db
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), eq(customers.merchantId, merchantId)))

export const insertCustomer = (db: Db, row: Customer) => db.insert(customers).values(row)

/**
 * One more request of somebody known, with the address, number or name of the merchant's own that was not known yet. What they are called stays
 * as it was: the ticket holds what was typed.
 */
export const countRequest = (
  db: Db,
  { id, merchantId, ...known }: Customer,
  given: Pick<Customer, 'email' | 'phone' | 'externalId'>,
) =>
  db
    .update(customers)
    .set({
      ticketCount: sql`${customers.ticketCount} + 1`,
      ...(known.email === null && given.email !== null && { email: given.email }),
      ...(known.externalId === null && given.externalId !== null && { externalId: given.externalId }),
      ...(known.phone === null && given.phone !== null && { phone: given.phone }),
    })
    .where(and(eq(customers.id, id), eq(customers.merchantId, merchantId)))
