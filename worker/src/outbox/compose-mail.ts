import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import { readAddress } from './address.ts'
import { letterOf } from './letter-of.ts'
import type { Mail } from './mail.ts'
import { layOut } from './mails/lay-out.ts'
import { oneLine } from './mails/one-line.ts'
import { signIn } from './mails/sign-in.ts'
import type { OutboxRow, ToldRows } from './store.ts'

/** Camket's own colour, for mails that are not a merchant's. */
const ownAccent = '#0b5d4b'

/**
 * The mail of an outbox row, in the reader's language. Undefined when there is nobody to send it to or nothing to
 * tell any more: no address, or words that were erased.
 */
export async function composeMail(
  db: Db,
  row: OutboxRow,
  told: ToldRows,
  env: Env,
): Promise<Mail | undefined> {
  return row.kind === 'sign_in' ? composeSignIn(row, env) : composeForCustomer(db, row, told, env)
}

async function composeForCustomer(
  db: Db,
  row: OutboxRow,
  told: ToldRows,
  env: Env,
): Promise<Mail | undefined> {
  const about = told.tickets.find(({ ticket }) => ticket.id === row.ticketId)
  const to = about?.contents.contact.email
  if (!about || to === undefined) return undefined
  const letter = await letterOf(db, row, about, told, env)
  if (!letter) return undefined
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
