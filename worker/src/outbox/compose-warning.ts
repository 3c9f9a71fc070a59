import { readCommitment } from '../commitments/store.ts'
import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import { deskTicketUrl } from '../portal-urls.ts'
import { readLeadEmail, readOwnerEmail } from '../staff/store.ts'
import type { Mail } from './mail.ts'
import { mailToStaff } from './mail-to-staff.ts'
import { deadlineNear } from './mails/deadline-near.ts'
import { oneLine } from './mails/one-line.ts'
import type { OutboxRow, ToldRows, ToldTicketRows } from './store.ts'

/**
 * That a deadline comes near: to whoever leads the department where the request lies, or whom the commitment names.
 * Undefined when what it waits for has been done since, or its clock stands: then there is nothing to warn of.
 */
export async function composeWarning(
  { db, now, env }: { readonly db: Db; readonly now: Date; readonly env: Env },
  row: OutboxRow,
  { tickets, deadlines }: ToldRows,
): Promise<Mail | undefined> {
  const about = tickets.find(({ ticket }) => ticket.id === row.ticketId)
  const deadline = deadlines.find(
    ({ ticketId, number }) => ticketId === row.ticketId && number === row.number,
  )
  if (!about || !deadline || deadline.metAt || deadline.excludedAt || deadline.pausedAt) return undefined
  const { merchant, ticket, contents } = about
  const to = await addressOf(db, row, about)
  if (to === undefined) return undefined
  const letter = deadlineNear({
    locale: merchant.locale,
    timeZone: merchant.timeZone,
    code: ticket.code,
    subject: oneLine(contents.subject),
    kind: ticket.kind,
    milestone: deadline.milestone,
    isInternal: deadline.internal,
    dueAt: deadline.dueAt,
    isOver: now > deadline.dueAt,
    remedy: deadline.remedy ?? undefined,
    toContact: row.warns === 'contact',
    deskUrl: deskTicketUrl(env.PUBLIC_URL, ticket.code),
  })
  return mailToStaff(row, about, { to, letter }, env)
}

/** Somebody who works here no more is not written to: an owner is, so that it is never nobody. */
async function addressOf(
  db: Db,
  { warns }: OutboxRow,
  { merchant, ticket }: ToldTicketRows,
): Promise<string | undefined> {
  if (warns === 'contact') {
    const commitment = await readCommitment(db, merchant.id, ticket.commitmentVersion)
    const named = commitment?.escalation.find(({ email }) => email !== undefined)
    if (named?.email !== undefined) return named.email
  }
  return (
    (await readLeadEmail(db, merchant.id, ticket.departmentId)) ?? (await readOwnerEmail(db, merchant.id))
  )
}
