import { type Change, type Commitment, isRefusal, type Refusal } from '@camket/core'
import { readCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { raise } from '../http/raise.ts'
import { raiseRefusal } from '../http/raise-refusal.ts'
import { readTicket, type StoredTicket, writeChange } from './store.ts'

type Act = {
  readonly merchantId: string
  readonly code: string
  readonly decide: (
    ticket: StoredTicket,
    commitment: Commitment,
  ) => Change | Refusal | Promise<Change | Refusal>
  /** What is stored with the change: words, files, the key's answer. */
  readonly beside?: (ticket: StoredTicket) => readonly Statement[]
  /** Looks, when the write failed, for a reason that can be told. */
  readonly explain?: () => Promise<void>
}

const tries_max = 2

/**
 * Read, decide, write; when another writer was first, read again and decide again once. Raises `ticket_not_found`,
 * `ticket_changed` or what the rules refuse. The ticket as it was before.
 */
export async function actOnTicket(context: Context, act: Act): Promise<StoredTicket> {
  for (let tries = 0; tries < tries_max; tries++) {
    const ticket = await readTicket(context.db, act.merchantId, act.code)
    if (!ticket) return raise('ticket_not_found', 'Check the code.')
    const change = await act.decide(ticket, await commitmentOf(context, ticket))
    if (isRefusal(change)) return raiseRefusal(change)
    if (change.events.length === 0) return ticket
    if (await write(context, ticket, change, act)) return ticket
  }
  return raise(
    'ticket_changed',
    'Somebody else acted on it at the same moment. Look at it again, then try again.',
  )
}

async function write(context: Context, ticket: StoredTicket, change: Change, act: Act): Promise<boolean> {
  try {
    return await writeChange(context, ticket, change, act.beside?.(ticket))
  } catch (error) {
    await act.explain?.()
    throw error
  }
}

async function commitmentOf({ db }: Context, { merchantId, state }: StoredTicket): Promise<Commitment> {
  const { commitmentVersion } = state.ticket
  const commitment = await readCommitment(db, merchantId, commitmentVersion)
  if (!commitment) throw new Error(`Merchant ${merchantId} has no commitment version ${commitmentVersion}`)
  return commitment
}
