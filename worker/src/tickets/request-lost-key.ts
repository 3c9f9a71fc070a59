import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { insertIntoOutbox } from '../outbox/store.ts'
import { contactOf } from './lookup-store.ts'

type Asked = {
  readonly merchantId: string
  /** Undefined when it was mistyped. */
  readonly code: string | undefined
  readonly email: string
}

/**
 * Has the private link mailed to the address that the request was filed with, if it was this one. The caller learns
 * nothing: neither that there is such a request nor whose it is.
 */
export async function requestLostKey(context: Context, { merchantId, code, email }: Asked): Promise<void> {
  const found = code && (await contactOf(context.db, { merchantId, code }))
  if (!found || found.contact.email?.toLowerCase() !== email.toLowerCase()) return
  const entry = { id: newId('out', context), kind: 'lost_key', merchantId, ticketId: found.ticketId } as const
  await insertIntoOutbox(context.db, entry, context.now)
}
