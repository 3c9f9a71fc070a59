import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { attachments, departments, member, merchants, ticketContents, tickets, user } from '../db/schema.ts'
import { contentsOf, eventsOf, messagesOf } from './contents-store.ts'
import { storedTicket, ticketQueries } from './store.ts'

/** Whom a request's mails go to. */
export async function contactOf(db: Db, merchantId: string, code: string) {
  const [row] = await db
    .select({ ticketId: tickets.id, contact: ticketContents.contact })
    .from(tickets)
    .innerJoin(ticketContents, eq(ticketContents.ticketId, tickets.id))
    .where(and(eq(tickets.code, code), eq(tickets.merchantId, merchantId)))
  return row
}

/** A code is unique in its shard and names its merchant by itself. */
const byCode = (code: string) => eq(tickets.code, code)

/** What everybody may see of a request, in one batch. */
export async function readPublicTicket(db: Db, code: string) {
  const id = sql`(${db.select({ id: tickets.id }).from(tickets).where(byCode(code))})`
  const merchantId = sql`(${db.select({ id: tickets.merchantId }).from(tickets).where(byCode(code))})`
  const [ticketRows, deadlineRows, remedyRows, eventRows, [merchant], departmentRows] = await db.batch([
    ...ticketQueries(db, byCode(code)),
    eventsOf(db, id),
    db.select().from(merchants).where(eq(merchants.id, merchantId)),
    db.select().from(departments).where(eq(departments.merchantId, merchantId)),
  ])
  const ticket = storedTicket([ticketRows, deadlineRows, remedyRows])
  return ticket && merchant && { ticket, remedyRows, eventRows, merchant, departments: departmentRows }
}

/** The words of a request that its customer or staff may see, in one batch. */
export async function readWords(db: Db, { id, merchantId }: { id: string; merchantId: string }) {
  const [[contents], messageRows, attachmentRows, staff] = await db.batch([
    contentsOf(db, id),
    messagesOf(db, id),
    db.select().from(attachments).where(eq(attachments.ticketId, id)),
    db
      .select({ id: member.id, name: user.name })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(eq(member.organizationId, merchantId)),
  ])
  return contents && { contents, messages: messageRows, attachments: attachmentRows, staff }
}

export type PublicRows = NonNullable<Awaited<ReturnType<typeof readPublicTicket>>>
export type WordRows = NonNullable<Awaited<ReturnType<typeof readWords>>>
