import type { MyTickets, UnreadView } from '@camket/contracts'
import { stateAt } from '@camket/core'
import { present } from '@camket/core/present'
import type { deadlines } from '../db/schema.ts'
import { deadlineFromRow } from '../tickets/ticket-rows.ts'

type DeadlineRow = typeof deadlines.$inferSelect
type RequestRow = Omit<MyTickets['tickets'][number], 'filedAt' | 'staffAt' | 'outcome' | 'nextDeadline'> & {
  readonly id: string
  readonly outcome: MyTickets['tickets'][number]['outcome'] | null
  readonly filedAt: Date
  readonly staffAt: Date | null
}
type ContactRow = { readonly name: string; readonly email: string | null; readonly phone: string | null }
type Claims = { readonly [K in 'name' | 'email' | 'phone']?: string | undefined }

/** What the person of a token filed; what the merchant says of them outweighs what they once typed. */
export function viewMyTickets(
  [requests, due, [contact]]: readonly [readonly RequestRow[], readonly DeadlineRow[], readonly ContactRow[]],
  { name, email, phone }: Claims,
  now: Date,
): MyTickets {
  return {
    customer: present({
      name: name ?? contact?.name,
      email: email ?? contact?.email ?? undefined,
      phone: phone ?? contact?.phone ?? undefined,
    }),
    tickets: requests.map(({ id, outcome, filedAt, staffAt, ...request }) => ({
      ...request,
      filedAt: filedAt.toISOString(),
      ...present({ outcome: outcome ?? undefined, staffAt: staffAt?.toISOString() }),
      ...present({ nextDeadline: nextOf(due, id, now) }),
    })),
  }
}

/** The nearest that still waits for something; rows come in the order in which they are due. */
function nextOf(due: readonly DeadlineRow[], id: string, now: Date) {
  const next = due.find(
    ({ ticketId, metAt, excludedAt }) => ticketId === id && metAt === null && excludedAt === null,
  )
  if (!next) return undefined
  const { milestone, dueAt } = next
  return { milestone, dueAt: dueAt.toISOString(), state: stateAt(deadlineFromRow(next), now) }
}

type StandingRow = Pick<RequestRow, 'code' | 'status' | 'staffAt'>

/** Each request once, in an order that stays, so that the same state gives the same text. */
export function viewStanding(rows: readonly StandingRow[]): UnreadView {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return {
    tickets: [...byCode.values()]
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, status, staffAt }) => ({
        code,
        status,
        ...present({ staffAt: staffAt?.toISOString() }),
      })),
  }
}
