import { limits } from '@camket/contracts'
import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { departments, member, merchants, session, user, verification } from '../db/schema.ts'

export type MemberRow = typeof member.$inferSelect
export type UserRow = typeof user.$inferSelect

/** A person's place at one merchant, and which of them the session works for now. */
export type Membership = {
  readonly member: MemberRow
  readonly user: Pick<UserRow, 'id' | 'name' | 'email'>
  readonly activeMerchantId: string | null
}

/**
 * All active memberships of the person behind a session, the oldest first. One query answers for session and
 * memberships alike: a session ended or a person deactivated anywhere has no access from that instant on.
 */
export const readMemberships = (db: Db, sessionToken: string, now: Date): Promise<Membership[]> =>
  db
    .select({
      member,
      user: { id: user.id, name: user.name, email: user.email },
      activeMerchantId: session.activeOrganizationId,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(member, eq(member.userId, session.userId))
    .where(and(eq(session.token, sessionToken), gt(session.expiresAt, now), isNull(member.deactivatedAt)))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(limits.merchants_per_person_max)

/** Somebody who may sign in: with the language of the merchant where the person has worked longest. */
export async function readPersonByEmail(db: Db, email: string) {
  const [row] = await db
    .select({ email: user.email, locale: merchants.locale })
    .from(user)
    .innerJoin(member, eq(member.userId, user.id))
    .innerJoin(merchants, eq(merchants.id, member.organizationId))
    .where(and(eq(user.email, email.toLowerCase()), isNull(member.deactivatedAt)))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1)
  return row
}

/** Merchants for whom a person works. */
export const merchantsOfPerson = (db: Db, userId: string) =>
  db
    .select({ id: merchants.id, slug: merchants.slug, name: merchants.name })
    .from(member)
    .innerJoin(merchants, eq(merchants.id, member.organizationId))
    .where(and(eq(member.userId, userId), isNull(member.deactivatedAt)))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(limits.merchants_per_person_max)

/** Everybody who works or worked for a merchant: old requests name people who have left. */
export const staffOf = (db: Db, merchantId: string) =>
  db
    .select({ member, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.organizationId, merchantId))
    .limit(limits.staff_max)

/** The person with this address, who may already work for another merchant. */
export async function readUserIdByEmail(db: Db, email: string): Promise<string | undefined> {
  const [row] = await db.select({ id: user.id }).from(user).where(eq(user.email, email))
  return row?.id
}

/** Both rows or none; only the member's for a person who is known already. */
export async function insertStaff(db: Db, person: UserRow | undefined, place: MemberRow): Promise<void> {
  const insertPlace = db.insert(member).values(place)
  await (person ? db.batch([db.insert(user).values(person), insertPlace]) : insertPlace)
}

/** Sessions and links that are over, at most `removals_batch_max` of each. */
export async function deleteExpiredSignIns(db: Db, now: Date): Promise<void> {
  const { removals_batch_max } = limits
  const sessions = db.select({ id: session.id }).from(session).where(lte(session.expiresAt, now))
  const links = db.select({ id: verification.id }).from(verification).where(lte(verification.expiresAt, now))
  await db.batch([
    db.delete(session).where(inArray(session.id, sessions.limit(removals_batch_max))),
    db.delete(verification).where(inArray(verification.id, links.limit(removals_batch_max))),
  ])
}

/** Address of the owner who has been one for longest; undefined where nobody is any more. */
export async function readOwnerEmail(db: Db, merchantId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, merchantId), eq(member.role, 'owner'), isNull(member.deactivatedAt)))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1)
  return row?.email
}

/** Address of whoever leads a department; undefined when they work here no more. */
export async function readLeadEmail(
  db: Db,
  merchantId: string,
  departmentId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ email: user.email })
    .from(departments)
    .innerJoin(member, eq(member.id, departments.leadId))
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        eq(departments.id, departmentId),
        eq(departments.merchantId, merchantId),
        eq(member.organizationId, merchantId),
        isNull(member.deactivatedAt),
      ),
    )
    .limit(1)
  return row?.email
}
