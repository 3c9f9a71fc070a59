import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import { deskTicketUrl } from '../portal-urls.ts'
import { readOwnerEmail } from '../staff/store.ts'
import { readAddress } from './address.ts'
import { composeWarning } from './compose-warning.ts'
import { letterOf } from './letter-of.ts'
import type { Mail } from './mail.ts'
import { mailToStaff } from './mail-to-staff.ts'
import { layOut } from './mails/lay-out.ts'
import { oneLine } from './mails/one-line.ts'
import { remedyDisputed } from './mails/remedy-disputed.ts'
import { signIn } from './mails/sign-in.ts'
import type { OutboxRow, ToldRows } from './store.ts'
import { toldRemedyOf } from './told-remedy-of.ts'

/** What a mail is composed with: the time is that of sending. */
type Place = { readonly db: Db; readonly now: Date; readonly env: Env }

/** Camket's own colour, for mails that are not a merchant's. */
const ownAccent = '#0b5d4b'

/**
 * The mail of an outbox row, in the reader's language. Undefined when there is nobody to send it to or nothing to
 * tell any more: no address, or words that were erased.
 */
export async function composeMail(place: Place, row: OutboxRow, told: ToldRows): Promise<Mail | undefined> {
  if (row.kind === 'sign_in') return composeSignIn(row, place.env)
  if (row.kind === 'dispute') return composeForContact(place, row, told)
  if (row.kind === 'warning') return composeWarning(place, row, told)
  return composeForCustomer(place, row, told)
}

async function composeForCustomer(place: Place, row: OutboxRow, told: ToldRows): Promise<Mail | undefined> {
  const about = told.tickets.find(({ ticket }) => ticket.id === row.ticketId)
  const to = about?.contents.contact.email
  if (!about || to === undefined) return undefined
  const letter = await letterOf(place, row, about, told)
  if (!letter) return undefined
  const { env } = place
  const { merchant, ticket, contents } = about
  const { locale } = contents
  const name = oneLine(merchant.name)
  const host = hostOf(env)
  return {
    messageId: `<${row.id}@${host}>`,
    kind: row.kind,
    to,
    from: { name, email: readAddress(env.MAIL_FROM).email },
    replyTo: { name, email: merchant.email },
    ...layOut(letter, { from: name, repliesTo: merchant.email, locale, accent: merchant.accent }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      'List-Id': `<${merchant.slug}.requests.${host}>`,
      // Mail programs keep together what refers to the same message, even to one that was never sent.
      References: `<${ticket.id}@${host}>`,
    },
  }
}

/** To whom the commitment names; it asks them to decide in the desk. */
async function composeForContact(
  { db, now, env }: Place,
  row: OutboxRow,
  { tickets, messages }: ToldRows,
): Promise<Mail | undefined> {
  const about = tickets.find(({ ticket }) => ticket.id === row.ticketId)
  if (!about) return undefined
  const { merchant, ticket, contents } = about
  const { locale, timeZone } = merchant
  const found = await toldRemedyOf(db, row, about, { now, locale })
  // Decided again before the mail was sent: there is nothing to decide any more.
  if (found?.remedy.view.state !== 'disputed') return undefined
  const named = found.commitment.escalation.find(({ email }) => email !== undefined)
  const to = named?.email ?? (await readOwnerEmail(db, merchant.id))
  if (to === undefined) return undefined
  const letter = remedyDisputed({
    locale,
    timeZone,
    code: ticket.code,
    customerName: oneLine(contents.contact.name),
    deskUrl: deskTicketUrl(env.PUBLIC_URL, ticket.code),
    remedy: found.remedy,
    message: messages.find(({ id }) => id === row.messageId)?.text,
  })
  return mailToStaff(row, about, { to, letter }, env)
}

function composeSignIn({ id, kind, payload }: OutboxRow, env: Env): Mail | undefined {
  if (!payload) return undefined
  const { to, url, locale } = payload
  const from = readAddress(env.MAIL_FROM)
  return {
    messageId: `<${id}@${hostOf(env)}>`,
    kind,
    to,
    from,
    ...layOut(signIn({ url, locale }), { from: from.name || 'Camket', locale, accent: ownAccent }),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
}

function hostOf({ PUBLIC_URL }: Env): string {
  return new URL(PUBLIC_URL).hostname
}
