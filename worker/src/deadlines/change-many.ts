import { limits } from '@camket/contracts'
import { type Change, type Commitment, isRefusal, type Refusal } from '@camket/core'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { changeStatements, writeChange } from '../tickets/change-store.ts'
import { readTicketsById, type StoredTicket } from '../tickets/store.ts'
import type { Page } from './store.ts'

type Decide = (ticket: StoredTicket, commitment: Commitment) => Change | Refusal | undefined
type Decided = { readonly ticket: StoredTicket; readonly change: Change }

export type Changed = {
  /** Tickets that were changed. */
  readonly changed: number
  /** Tickets that somebody else changed in the same moment; the next run sees them again. */
  readonly overtaken: number
}

/**
 * Makes one change to each of many tickets, page after page. It may be stopped anywhere and run twice at once: each
 * ticket's lock lets one of two through. A ticket that can't be changed does not keep the others; of all such it
 * tells at the end.
 *
 * @throws {AggregateError} of what went wrong, when everything else is done.
 */
export async function changeMany<Cursor>(
  context: Context,
  readPage: (after?: Cursor) => Promise<Page<Cursor>>,
  decide: Decide,
): Promise<Changed> {
  const run = { changed: 0, overtaken: 0, errors: [] as unknown[] }
  let after: Cursor | undefined
  for (let pass = 0; pass < limits.sweep_passes_max; pass += 1) {
    const { ticketIds, next } = await readPage(after)
    const decided = await decideAll(context, ticketIds, decide, run.errors)
    for (let start = 0; start < decided.length; start += limits.sweep_batch_tickets_max) {
      await writeTogether(context, decided.slice(start, start + limits.sweep_batch_tickets_max), run)
    }
    after = next
    if (!after) break
  }
  if (run.errors.length > 0) throw new AggregateError(run.errors, `${run.errors.length} tickets failed`)
  return { changed: run.changed, overtaken: run.overtaken }
}

async function decideAll(
  { db }: Context,
  ticketIds: readonly string[],
  decide: Decide,
  errors: unknown[],
): Promise<Decided[]> {
  const decided: Decided[] = []
  for (const ticket of await readTicketsById(db, ticketIds)) {
    try {
      const { commitmentVersion } = ticket.state.ticket
      const commitment = await readCommitment(db, ticket.merchantId, commitmentVersion)
      if (!commitment) throw new Error(`Ticket ${ticket.id} has no commitment ${commitmentVersion}`)
      const change = decide(ticket, commitment)
      if (change && !isRefusal(change)) decided.push({ ticket, change })
    } catch (error) {
      errors.push(error)
    }
  }
  return decided
}

/**
 * In one batch, because a round trip costs more than what it carries. Should one of the tickets have moved on, the
 * whole batch is refused; then each goes alone.
 */
async function writeTogether(
  context: Context,
  decided: readonly Decided[],
  run: { changed: number; overtaken: number; errors: unknown[] },
): Promise<void> {
  const statements = decided.map(({ ticket, change }) => changeStatements(context, ticket, change))
  const [first, ...rest] = (await Promise.all(statements)).flat()
  if (!first) return
  try {
    await context.db.batch([first, ...rest])
    run.changed += decided.length
  } catch {
    for (const { ticket, change } of decided) {
      try {
        if (await writeChange(context, ticket, change)) run.changed += 1
        else run.overtaken += 1
      } catch (error) {
        run.errors.push(error)
      }
    }
  }
}
