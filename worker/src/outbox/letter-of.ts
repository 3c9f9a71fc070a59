import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import type { Letter } from './mails/letter.ts'
import { lostKey } from './mails/lost-key.ts'
import { receipt } from './mails/receipt.ts'
import { remedyOwed } from './mails/remedy-owed.ts'
import { remedySettled } from './mails/remedy-settled.ts'
import { remedyWaived } from './mails/remedy-waived.ts'
import { reply } from './mails/reply.ts'
import { resolved } from './mails/resolved.ts'
import type { Told, ToldRemedy } from './mails/told.ts'
import type { OutboxRow, ToldRows, ToldTicketRows } from './store.ts'
import { toldOf, toldResolutionOf } from './told-of.ts'
import { toldRemedyOf } from './told-remedy-of.ts'

/** What a row tells a customer. Undefined when its words were erased or no longer hold. */
export async function letterOf(
  { db, now, env }: { readonly db: Db; readonly now: Date; readonly env: Env },
  row: OutboxRow,
  about: ToldTicketRows,
  { deadlines, messages }: ToldRows,
): Promise<Letter | undefined> {
  const { kind, messageId } = row
  const itsDeadlines = deadlines.filter(({ ticketId }) => ticketId === about.ticket.id)
  const told = await toldOf(about, itsDeadlines, env)
  if (kind === 'receipt') return receipt(told)
  if (kind === 'lost_key') return lostKey(told)
  if (kind === 'warning' || kind === 'dispute') return undefined
  const message = messages.find(({ id }) => id === messageId)?.text
  if (kind === 'remedy') {
    const found = await toldRemedyOf(db, row, about, { now, locale: told.locale })
    return found && remedyLetter(row, told, found.remedy, message)
  }
  const resolution = kind === 'resolved' ? await toldResolutionOf(db, about, message) : undefined
  if (resolution) return resolved(told, resolution)
  // Opened again before the mail was sent: what staff wrote with the outcome is still an answer.
  return message === undefined ? undefined : reply(told, message)
}

/** By what became of it; what it was told of no longer holds once something else did. */
function remedyLetter(
  { createdAt }: OutboxRow,
  told: Told,
  remedy: ToldRemedy,
  message: string | undefined,
): Letter | undefined {
  const { state } = remedy.view
  if (state === 'owed' || state === 'chosen') return remedyOwed(told, remedy)
  if (remedy.endedAt && createdAt < remedy.endedAt) return undefined
  if (state === 'settled') return remedySettled(told, remedy)
  return state === 'waived' ? remedyWaived(told, remedy, message) : undefined
}
