import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import type { Letter } from './mails/letter.ts'
import { lostKey } from './mails/lost-key.ts'
import { receipt } from './mails/receipt.ts'
import { reply } from './mails/reply.ts'
import { resolved } from './mails/resolved.ts'
import type { OutboxRow, ToldRows, ToldTicketRows } from './store.ts'
import { toldOf, toldResolutionOf } from './told-of.ts'

/** What a row tells a customer. Undefined when its words were erased or no longer hold. */
export async function letterOf(
  db: Db,
  { kind, messageId }: OutboxRow,
  about: ToldTicketRows,
  { deadlines, messages }: ToldRows,
  env: Env,
): Promise<Letter | undefined> {
  const itsDeadlines = deadlines.filter(({ ticketId }) => ticketId === about.ticket.id)
  const told = await toldOf(about, itsDeadlines, env)
  if (kind === 'receipt') return receipt(told)
  if (kind === 'lost_key') return lostKey(told)
  if (kind === 'warning' || kind === 'remedy' || kind === 'dispute') return undefined
  const message = messages.find(({ id }) => id === messageId)?.text
  const resolution = kind === 'resolved' ? await toldResolutionOf(db, about, message) : undefined
  if (resolution) return resolved(told, resolution)
  // Opened again before the mail was sent: what staff wrote with the outcome is still an answer.
  return message === undefined ? undefined : reply(told, message)
}
