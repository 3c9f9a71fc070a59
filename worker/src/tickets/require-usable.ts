import { usableAttachments } from '../attachments/store.ts'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'

/** Uploads that are to be attached, and the member of the body that names them. */
export type Files = { readonly ids: readonly string[]; readonly member: 'attachments' | 'evidence' }

/** Ids of those that may be attached now. */
export async function readUsable(
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchantId: string,
  { ids }: Pick<Files, 'ids'> = { ids: [] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await usableAttachments(db, { merchantId, ids, now })).map(({ id }) => id))
}

/** Raises `attachment_not_usable` with a pointer to each file that is not there, not the merchant's, or attached already. */
export function requireUsable(files: Files | undefined, usable: ReadonlySet<string>): void {
  if (!files) return
  const message = 'Upload this file again: it is not here, or it was attached before.'
  const errors = files.ids.flatMap((id, index) =>
    usable.has(id) ? [] : [{ pointer: `/${files.member}/${index}`, code: 'attachment_not_usable', message }],
  )
  if (errors.length > 0) raise('attachment_not_usable', message, { errors })
}
