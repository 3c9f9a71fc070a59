import { limits } from '@camket/contracts'
import { type Change, type Commitment, isRefusal, type Refusal } from '@camket/core'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raise } from '../http/raise.ts'
import { raiseRefusal } from '../http/raise-refusal.ts'
import { writeChange } from './change-store.ts'
import { type Files, readUsable, requireUsable } from './require-usable.ts'
import { readTicket, type StoredTicket } from './store.ts'

type Act = {
  readonly merchantId: string
  readonly code: string
  /** Uploads that the act attaches. */
  readonly files?: Files
  readonly decide: (
    ticket: StoredTicket,
    commitment: Commitment,
  ) => Change | Refusal | Promise<Change | Refusal>
  /** What is stored with the change: words, files, the key's answer. */
  readonly beside?: (ticket: StoredTicket) => readonly Statement[]
}

const tries_max = 2

/**
 * Read, decide, write; when another writer was first, read again and decide again once. Raises `ticket_not_found`,
 * `attachment_not_usable`, `ticket_changed` or what the rules refuse.
 */
export async function actOnTicket(context: Context, act: Act): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { ticket, commitment } = await readFor(context, act)
    const change = await act.decide(ticket, commitment)
    if (isRefusal(change)) return raiseRefusal(change)
    if (change.events.length === 0) return
    requireRoom(change)
    try {
      if (await writeChange(context, ticket, change, act.beside?.(ticket))) return
    } catch (error) {
      // The lock was free: perhaps somebody took a file of it. Reading again will tell.
      if (tries === tries_max) throw error
      continue
    }
    if (tries < tries_max) continue
    raise('ticket_changed', 'Somebody else acted on it at the same moment. Look at it again, then try again.')
  }
}

async function readFor(context: Context, { merchantId, code, files }: Act) {
  const [ticket, usable] = await Promise.all([
    readTicket(context.db, merchantId, code),
    readUsable(context, merchantId, files),
  ])
  if (!ticket) return raise('ticket_not_found', 'Check the code.')
  requireUsable(files, usable)
  const { commitmentVersion } = ticket.state.ticket
  const commitment = await readCommitment(context.db, merchantId, commitmentVersion)
  if (!commitment) throw new Error(`Merchant ${merchantId} has no commitment version ${commitmentVersion}`)
  return { ticket, commitment }
}

/** All of a history can be shown: what would make it too long is refused, but for what ends the work. */
function requireRoom({ before, after }: Change): void {
  const { status } = after.ticket
  const isEnding = status !== before?.ticket.status && (status === 'resolved' || status === 'closed')
  if (isEnding || after.sequence <= limits.events_before_end_max) return
  raise('act_not_possible', 'Its history is as long as one may be. Go on in a new request.')
}
