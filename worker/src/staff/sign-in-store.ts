import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Db } from '../db/db.ts'
import { account, invitation, member, organization, session, user, verification } from '../db/schema.ts'

/** The tables that the sign-in library reads and writes by itself. D1 has no transactions to offer it. */
export const openSignInStore = (db: Db) =>
  drizzleAdapter(db, {
    provider: 'sqlite',
    schema: { account, invitation, member, organization, session, user, verification },
    transaction: false,
  })
