import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { attachmentsOf } from '../attachments/store.ts'
import { readCommitment } from '../commitments/store.ts'
import { customerById } from '../customers/store.ts'
import type { Db } from '../db/db.ts'
import { departments, member, messages, ticketContents, tickets, user } from '../db/schema.ts'
import { embedOf } from '../embed/store.ts'
import { answerUnder } from '../http/idempotency-store.ts'
import { type Department, departmentsOf, type Merchant, merchantById } from '../merchants/store.ts'
import { contentsOf, eventsOf, messagesOf } from './contents-store.ts'
import { payeesOf } from './payee-store.ts'
import { storedTicket, ticketQueries } from './store.ts'
import type { DeadlineRow, EventRow, RemedyRow, TicketRow } from './ticket-rows.ts'

/** A code is unique and names its merchant by itself; with a merchant it finds only that one's ticket. */
export type Place = { readonly code: string; readonly merchantId?: string }

/** Whom a request's mails go to. */
export async function contactOf(db: Db, place: Place) {
  const [row] = await db
    .select({ ticketId: tickets.id, contact: ticketContents.contact })
    .from(tickets)
    .innerJoin(ticketContents, eq(ticketContents.ticketId, tickets.id))
    .where(at(place))
  return row
}

/** What says whether somebody may act on a request, and what was answered under the act's key: one batch. */
export async function readDoor(db: Db, place: Place, key: string | undefined) {
  const { id, merchantId, code, keySalt } = tickets
  const ofMerchant = oneOf(db, merchantId, place)
  const [[ticket], [merchant], [stored], [embed], [customer]] = await db.batch([
    db.select({ id, merchantId, code, keySalt }).from(tickets).where(at(place)),
    merchantById(db, ofMerchant),
    answerUnder(db, { merchantId: ofMerchant, key: key ?? '' }),
    embedOf(db, ofMerchant),
    customerById(db, ofMerchant, oneOf(db, tickets.customerId, place)),
  ])
  return ticket && merchant && { ticket, merchant, stored, embed, customer }
}

/** What everybody may see of a request, in one batch. */
export async function readPublicTicket(db: Db, place: Place) {
  return publicRows(db, await db.batch(publicQueries(db, place)))
}

/** All of a request, in one batch: shown to its customer or to staff once they are known to be that. */
export async function readWholeTicket(db: Db, place: Place) {
  const [ticket, due, owed, happened, merchant, places, ...words] = await db.batch([
    ...publicQueries(db, place),
    ...wordQueries(db, place),
  ])
  const rows = await publicRows(db, [ticket, due, owed, happened, merchant, places])
  const [[contents], said, attachments, staff, [customer], [embed], payees] = words
  return (
    rows && {
      rows,
      words: contents && { contents, messages: said, attachments, staff, customer, embed, payees },
    }
  )
}

export type PublicRows = NonNullable<Awaited<ReturnType<typeof readPublicTicket>>>
export type WordRows = NonNullable<NonNullable<Awaited<ReturnType<typeof readWholeTicket>>>['words']>

function publicQueries(db: Db, place: Place) {
  const merchantId = oneOf(db, tickets.merchantId, place)
  return [
    ...ticketQueries(db, at(place)),
    eventsOf(db, oneOf(db, tickets.id, place)),
    merchantById(db, merchantId),
    departmentsOf(db, merchantId),
  ] as const
}

function wordQueries(db: Db, place: Place) {
  const id = oneOf(db, tickets.id, place)
  return [
    contentsOf(db, id),
    messagesOf(db, id),
    attachmentsOf(db, id),
    namesIn(db, id, place),
    customerById(db, oneOf(db, tickets.merchantId, place), oneOf(db, tickets.customerId, place)),
    embedOf(db, oneOf(db, tickets.merchantId, place)),
    payeesOf(db, id),
  ] as const
}

/** Names of the staff who wrote, own the ticket or lead its department; nobody else's. */
function namesIn(db: Db, id: SQL, place: Place) {
  const { departmentId, ownerId } = tickets
  const writers = db.select({ id: messages.staffId }).from(messages).where(eq(messages.ticketId, id))
  const lead = db
    .select({ id: departments.leadId })
    .from(departments)
    .where(eq(departments.id, oneOf(db, departmentId, place)))
  return db
    .select({ id: member.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      or(
        inArray(member.id, writers),
        eq(member.id, oneOf(db, ownerId, place)),
        eq(member.id, sql`(${lead})`),
      ),
    )
}

async function publicRows(
  db: Db,
  [ticketRows, deadlineRows, remedyRows, eventRows, [merchant], departments]: readonly [
    TicketRow[],
    DeadlineRow[],
    RemedyRow[],
    EventRow[],
    Merchant[],
    Department[],
  ],
) {
  const ticket = storedTicket([ticketRows, deadlineRows, remedyRows])
  if (!ticket || !merchant) return undefined
  // What is owed is computed by the version of the ticket, which an isolate reads once.
  const commitment =
    remedyRows.length > 0
      ? await readCommitment(db, merchant.id, ticket.state.ticket.commitmentVersion)
      : undefined
  return { ticket, remedyRows, eventRows, merchant, departments, commitment }
}

const at = ({ code, merchantId }: Place) =>
  and(eq(tickets.code, code), merchantId === undefined ? undefined : eq(tickets.merchantId, merchantId))

/** One member of the ticket at a place, for the other statements of its batch. */
function oneOf(db: Db, column: SQLiteColumn, place: Place): SQL {
  return sql`(${db.select({ value: column }).from(tickets).where(at(place))})`
}
