import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { isFreeSlug } from './reserved-slugs.ts'
import { type Department, insertMerchant, type Merchant, type Product } from './store.ts'

/** Opens a merchant with its departments and products. Raises `invalid_body` for a slug that is one of our paths. */
export async function createMerchant(
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchant: Omit<Merchant, 'createdAt'>,
  departments: readonly Department[],
  products: readonly Product[],
): Promise<Merchant> {
  if (!isFreeSlug(merchant.slug)) {
    const message = `"${merchant.slug}" can't be an address here. Choose three or more letters, digits and dashes.`
    raise('invalid_body', message, { errors: [{ pointer: '/slug', code: 'slug_not_free', message }] })
  }
  const row = { ...merchant, createdAt: now }
  await insertMerchant(db, row, departments, products)
  return row
}
