import { usableAttachments } from '../attachments/store.ts'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'

/** Raises `attachment_not_usable` with a pointer to each file that is not there, not the merchant's, or attached already. */
export async function requireUsable(
  { db, now }: Pick<Context, 'db' | 'now'>,
  {
    merchantId,
    ids,
    member = 'attachments',
  }: { merchantId: string; ids: readonly string[]; member?: string },
): Promise<void> {
  if (ids.length === 0) return
  const usable = new Set((await usableAttachments(db, { merchantId, ids, now })).map(({ id }) => id))
  const message = 'Upload this file again: it is not here, or it was attached before.'
  const errors = ids.flatMap((id, index) =>
    usable.has(id) ? [] : [{ pointer: `/${member}/${index}`, code: 'attachment_not_usable', message }],
  )
  if (errors.length > 0) raise('attachment_not_usable', message, { errors })
}
