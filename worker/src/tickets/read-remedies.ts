import { limits, type RemediesPage, type RemedyRow, type remediesQuery } from '@camket/contracts'
import { type Commitment, describeOwed, type Locale } from '@camket/core'
import { present } from '@camket/core/present'
import type * as z from 'zod'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import type { Staff } from '../staff/staff.ts'
import { cursorOf, placeOf } from './inbox-cursor.ts'
import { remediesCsv } from './remedies-csv.ts'
import { readRemedyRows } from './remedies-store.ts'
import { payeeOf } from './remedies-view.ts'
import { remedyChoices } from './remedy-choices.ts'
import { remedyView } from './remedy-view.ts'
import { mayPay } from './staff-view.ts'
import { readTicketsById, type StoredTicket } from './store.ts'

type Query = z.output<typeof remediesQuery>
type By = Pick<Staff, 'merchantId' | 'role'>

/** A page of what is owed to customers, as it stands now. */
export async function readRemedies(context: Context, by: By, query: Query): Promise<RemediesPage> {
  const { merchantId } = by
  const { state, cursor, limit } = query
  const after = cursor ? placeOf(cursor) : undefined
  const found = await readRemedyRows(context.db, { merchantId, state }, { after, rows_max: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const ids = [...new Set(rows.map(({ remedy }) => remedy.ticketId))]
  const tickets = new Map((await readTicketsById(context.db, ids)).map((ticket) => [ticket.id, ticket]))
  const remedies: RemedyRow[] = []
  for (const row of rows) {
    const ticket = tickets.get(row.remedy.ticketId)
    const version = ticket?.state.ticket.commitmentVersion ?? 0
    const commitment = await readCommitment(context.db, merchantId, version)
    if (!ticket || !commitment) throw new Error(`Ticket ${row.remedy.ticketId} has no commitment ${version}`)
    const locale = query.locale ?? row.merchantLocale
    const telling = { commitment, now: context.now, locale, mayPay: mayPay(by.role) }
    remedies.push(viewRow(row, ticket, telling))
  }
  return { remedies, ...(last && { nextCursor: cursorOf(last.remedy) }) }
}

/** The whole list as CSV; at most `remedies_list_pages_max` pages of it. */
export async function readRemediesList(
  context: Context,
  by: By,
  query: Pick<Query, 'state' | 'locale'>,
): Promise<string> {
  const remedies: RemedyRow[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < limits.remedies_list_pages_max; pages += 1) {
    const page = await readRemedies(context, by, { ...query, cursor, limit: limits.remedies_page_max })
    remedies.push(...page.remedies)
    cursor = page.nextCursor
    if (cursor === undefined) break
  }
  return remediesCsv(remedies, query.locale ?? 'vi')
}

type Row = Awaited<ReturnType<typeof readRemedyRows>>[number]
type Telling = {
  readonly commitment: Commitment
  readonly now: Date
  readonly locale: Locale
  readonly mayPay: boolean
}

function viewRow(row: Row, { state }: StoredTicket, telling: Telling): RemedyRow {
  const remedy = state.remedies[row.remedy.number - 1]
  if (!remedy) throw new Error(`Remedy ${row.remedy.id} is not among those of its ticket`)
  const { offers, lines, ...view } = remedyView({ id: row.remedy.id, remedy }, state, telling)
  const penalty = lines
    .filter(({ reason }) => reason === 'late_penalty')
    .reduce((sum, { amount = 0 }) => sum + amount, 0)
  const taken = remedyChoices(remedy, state, telling)[remedy.chosen?.offer ?? 0]
  return {
    ...view,
    code: row.code,
    subject: row.subject,
    customerName: row.contact.name,
    what: taken?.text ?? describeOwed({ ...view, offers }, telling.locale),
    ...present({
      penalty: penalty > 0 && view.amount ? { amount: penalty, currency: view.amount.currency } : undefined,
    }),
    ...(telling.mayPay && payeeOf(row)),
  }
}
