import { parseTicketCode } from '@camket/core'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { insertIntoOutbox } from '../outbox/store.ts'
import { contactOf } from './lookup-store.ts'

/**
 * Has the private link mailed to the address that the request was filed with, if it was this one. The caller learns
 * nothing: neither that there is such a request nor whose it is.
 */
export async function requestLostKey(
  { db, now, random }: Context,
  { merchantId, code, email }: { merchantId: string; code: string; email: string },
): Promise<void> {
  const found = await contactOf(db, merchantId, parseTicketCode(code) ?? '')
  if (found?.contact.email?.toLowerCase() !== email.toLowerCase()) return
  const { ticketId } = found
  await insertIntoOutbox(
    db,
    { id: newId('out', { now, random }), kind: 'lost_key', merchantId, ticketId },
    now,
  )
}
