import type { Commitment, Locale } from '@camket/core'
import { readCommitment } from '../commitments/store.ts'
import type { Db } from '../db/db.ts'
import { readReference } from '../tickets/payee-store.ts'
import { remedyChoices } from '../tickets/remedy-choices.ts'
import { remedyView } from '../tickets/remedy-view.ts'
import { readTicketsById } from '../tickets/store.ts'
import type { ToldRemedy } from './mails/told.ts'
import type { OutboxRow, ToldTicketRows } from './store.ts'

type Found = { readonly remedy: ToldRemedy; readonly commitment: Commitment }

/** A remedy as it stands at the time of sending, in the language of whoever is told. Undefined when it is gone. */
export async function toldRemedyOf(
  db: Db,
  { number }: Pick<OutboxRow, 'number'>,
  { ticket }: ToldTicketRows,
  { now, locale }: { readonly now: Date; readonly locale: Locale },
): Promise<Found | undefined> {
  const [stored] = await readTicketsById(db, [ticket.id])
  const commitment = await readCommitment(db, ticket.merchantId, ticket.commitmentVersion)
  const remedy = stored?.state.remedies[(number ?? 0) - 1]
  const id = stored?.remedyIds[(number ?? 0) - 1]
  const missed = stored?.state.deadlines[(remedy?.deadlineNumber ?? 0) - 1]
  if (!stored || !commitment || !remedy || id === undefined || !missed) return undefined
  const telling = { commitment, now, locale }
  const cited = commitment.exclusions.find(({ code }) => code === remedy.waived?.exclusion)
  return {
    commitment,
    remedy: {
      view: remedyView({ id, remedy }, stored.state, telling),
      choices: remedyChoices(remedy, stored.state, telling),
      missed: { milestone: missed.milestone, dueAt: missed.dueAt },
      endedAt: remedy.state === 'waived' ? remedy.waived?.at : remedy.settled?.at,
      exclusion: cited?.text[locale] ?? cited?.text.vi,
      reference: remedy.settled && (await readReference(db, id)),
    },
  }
}
