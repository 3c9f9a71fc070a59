import { foldText } from '@camket/core'
import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { departments, merchants, organization, products } from '../db/schema.ts'

export type Merchant = typeof merchants.$inferSelect
export type Department = typeof departments.$inferSelect
export type Product = typeof products.$inferSelect

/** A merchant's id as a value, or as the part of a statement that finds it in the same batch. */
export type MerchantId = string | SQL

export const merchantIdOf = (db: Db, slug: string): SQL =>
  sql`(${db.select({ id: merchants.id }).from(merchants).where(eq(merchants.slug, slug))})`

export const merchantBySlug = (db: Db, slug: string) =>
  db.select().from(merchants).where(eq(merchants.slug, slug))

export const merchantById = (db: Db, id: MerchantId) =>
  db.select().from(merchants).where(eq(merchants.id, id))

/** In the merchant's own order. */
export const departmentsOf = (db: Db, merchantId: MerchantId) =>
  db
    .select()
    .from(departments)
    .where(eq(departments.merchantId, merchantId))
    .orderBy(asc(departments.position))

export const productsOf = (db: Db, merchantId: MerchantId) =>
  db.select().from(products).where(eq(products.merchantId, merchantId)).orderBy(asc(products.code))

export async function readMerchant(db: Db, slug: string): Promise<Merchant | undefined> {
  const [row] = await merchantBySlug(db, slug)
  return row
}

/** A merchant is also an organization of the sign-in library, with the same id. */
export async function insertMerchant(
  db: Db,
  merchant: Merchant,
  itsDepartments: readonly Department[],
  itsProducts: readonly Product[],
): Promise<void> {
  const { id, name, slug, createdAt } = merchant
  await db.batch([
    db.insert(merchants).values(merchant),
    db.insert(organization).values({ id, name, slug, createdAt }),
    ...itsDepartments.map((department) => db.insert(departments).values(department)),
    ...itsProducts.map((product) => db.insert(products).values(product)),
  ])
}

/** By its code, else by its name as people type it: a code names one product, a name may be another's too. */
export const productNamed = (
  db: Db,
  merchantId: MerchantId,
  product: { readonly code?: string | undefined; readonly name?: string | undefined } | undefined,
) => {
  const hasCode = eq(products.code, product?.code ?? '')
  const hasName = eq(products.nameFolded, foldText(product?.name ?? ''))
  return db
    .select()
    .from(products)
    .where(and(eq(products.merchantId, merchantId), or(hasCode, hasName)))
    .orderBy(desc(hasCode))
    .limit(1)
}

export async function writeLogoKey(db: Db, id: string, logoKey: string): Promise<void> {
  await db.update(merchants).set({ logoKey }).where(eq(merchants.id, id))
}
