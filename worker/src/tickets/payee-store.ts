import type { PayTo } from '@camket/contracts'
import { eq, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { remedies, remedyPayees } from '../db/schema.ts'
import type { Statement } from '../db/statement.ts'

export type PayeeRow = typeof remedyPayees.$inferSelect
type Of = { readonly id: string; readonly ticketId: string; readonly merchantId: string }

/** Where the customer wants it, in place of what they said before. For the batch of their choice. */
export function insertPayee(
  db: Db,
  { id: remedyId, ticketId, merchantId }: Of,
  payTo: PayTo | null,
): Statement {
  return db
    .insert(remedyPayees)
    .values({ remedyId, ticketId, merchantId, payTo, reference: null })
    .onConflictDoUpdate({ target: remedyPayees.remedyId, set: { payTo } })
}

/** What the merchant's bank calls the payment. For the batch that settles it. */
export function insertReference(
  db: Db,
  { id: remedyId, ticketId, merchantId }: Of,
  reference: string,
): Statement {
  return db
    .insert(remedyPayees)
    .values({ remedyId, ticketId, merchantId, payTo: null, reference })
    .onConflictDoUpdate({ target: remedyPayees.remedyId, set: { reference } })
}

/** Of all remedies of a ticket, to go into the batch that reads it. */
export const payeesOf = (db: Db, ticketId: string | SQL) =>
  db
    .select()
    .from(remedyPayees)
    .where(
      inArray(
        remedyPayees.remedyId,
        db.select({ id: remedies.id }).from(remedies).where(eq(remedies.ticketId, ticketId)),
      ),
    )

/** What the merchant's bank calls the payment of a remedy. */
export async function readReference(db: Db, remedyId: string): Promise<string | undefined> {
  const { reference } = remedyPayees
  const [row] = await db.select({ reference }).from(remedyPayees).where(eq(remedyPayees.remedyId, remedyId))
  return row?.reference ?? undefined
}
