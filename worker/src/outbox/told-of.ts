import { limits } from '@camket/contracts'
import { readCommitment } from '../commitments/store.ts'
import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import { privateUrl, versionUrl } from '../portal-urls.ts'
import { ticketKey } from '../ticket-key.ts'
import { oneLine } from './mails/one-line.ts'
import type { Told, ToldResolution } from './mails/told.ts'
import type { ToldDeadlineRow, ToldTicketRows } from './store.ts'

const dayMillis = 86_400_000

/** A ticket's rows as a mail tells them; the private link is made here and stored nowhere. */
export async function toldOf(
  { ticket, contents, merchant }: ToldTicketRows,
  deadlines: readonly ToldDeadlineRow[],
  env: Env,
): Promise<Told> {
  const { locale } = contents
  const place = { publicUrl: env.PUBLIC_URL, merchant, locale }
  return {
    locale,
    merchantName: merchant.name,
    merchantEmail: merchant.email,
    timeZone: merchant.timeZone,
    code: ticket.code,
    subject: oneLine(contents.subject),
    customerName: oneLine(contents.contact.name),
    filedAt: ticket.filedAt,
    commitmentVersion: ticket.commitmentVersion,
    privateUrl: privateUrl(place, ticket.code, await ticketKey(env.KEY_SECRET, ticket)),
    commitmentUrl: versionUrl(place, ticket.commitmentVersion),
    deadlines: deadlines
      // What departments promise each other is none of the customer's business.
      .filter(({ excludedAt, internal }) => excludedAt === null && !internal)
      .map(({ milestone, dueAt, remedy }) => ({ milestone, dueAt, remedy: remedy ?? undefined })),
  }
}

/** Undefined when the ticket has been opened again since. */
export async function toldResolutionOf(
  db: Db,
  { ticket, contents }: ToldTicketRows,
  message: string | undefined,
): Promise<ToldResolution | undefined> {
  const { outcome, resolvedAt, exclusion } = ticket
  if (outcome === null || resolvedAt === null) return undefined
  const commitment =
    exclusion === null ? undefined : await readCommitment(db, ticket.merchantId, ticket.commitmentVersion)
  const cited = commitment?.exclusions.find(({ code }) => code === exclusion)
  return {
    outcome,
    exclusion: cited?.text[contents.locale],
    reopenUntil: new Date(resolvedAt.getTime() + limits.reopen_days * dayMillis),
    message,
  }
}
