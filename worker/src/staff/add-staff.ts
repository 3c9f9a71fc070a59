import type { Role } from '@camket/core'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { insertStaff, readUserIdByEmail } from './store.ts'

export type NewStaff = {
  readonly merchantId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly departmentId?: string
  /** Where the department that this person leads already names it. */
  readonly id?: string
}

/**
 * Lets a person sign in as staff of a merchant; returns the staff id. Somebody who already works for another keeps
 * one sign-in for both. Fails when the person already is staff of this merchant.
 */
export async function addStaff(context: Context, input: NewStaff): Promise<string> {
  const { db, now } = context
  const email = input.email.toLowerCase()
  const knownUserId = await readUserIdByEmail(db, email)
  const userId = knownUserId ?? newId('usr', context)
  const id = input.id ?? newId('stf', context)
  const person = {
    id: userId,
    name: input.name,
    email,
    // Signing in goes through the mail itself and through nothing else, so there is nothing to verify beforehand.
    emailVerified: true,
    image: null,
    createdAt: now,
    updatedAt: now,
  }
  await insertStaff(db, knownUserId ? undefined : person, {
    id,
    organizationId: input.merchantId,
    userId,
    role: input.role,
    departmentId: input.departmentId ?? null,
    createdAt: now,
    deactivatedAt: null,
  })
  return id
}
