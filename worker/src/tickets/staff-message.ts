import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import type { Staff } from '../staff/staff.ts'
import type { MessageRow } from './contents-store.ts'
import type { StoredTicket } from './store.ts'

/** Who acts: the member of staff, within the merchant of the session. */
export type By = Pick<Staff, 'id' | 'merchantId'>

/** A message that a member of staff is about to write; its id is known before the rules decide. */
export function staffMessage(
  context: Context,
  by: By,
  { text, visibility }: Pick<MessageRow, 'text' | 'visibility'>,
): { readonly id: string; readonly on: (ticket: StoredTicket) => MessageRow } {
  const id = newId('msg', context)
  return {
    id,
    on: ({ id: ticketId, merchantId }) => ({
      id,
      ticketId,
      merchantId,
      from: 'staff',
      staffId: by.id,
      visibility,
      text,
      at: context.now,
    }),
  }
}
