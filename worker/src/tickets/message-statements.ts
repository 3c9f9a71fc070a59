import { attachTo } from '../attachments/store.ts'
import type { Db } from '../db/db.ts'
import type { Statement } from '../db/statement.ts'
import { insertMessage, type MessageRow } from './contents-store.ts'

/** A message and its files, for the batch of the act that it belongs to. */
export function messageStatements(db: Db, row: MessageRow, attachmentIds: readonly string[]): Statement[] {
  const { merchantId, ticketId, id: messageId } = row
  return [
    insertMessage(db, row),
    ...(attachmentIds.length > 0
      ? [attachTo(db, { merchantId, ids: attachmentIds, ticketId, messageId })]
      : []),
  ]
}
