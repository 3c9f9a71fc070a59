import type { kindBody } from '@camket/contracts'
import { setKind as decide } from '@camket/core'
import type * as z from 'zod'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { readCallbackFrom, readHistory } from './contents-store.ts'
import type { By } from './staff-message.ts'
import { privateNote } from './with-note.ts'

/** Open deadlines follow the pledges of the right kind. The same kind again changes nothing. */
export async function setKind(
  context: Context,
  by: By,
  { code, kind, reason, note }: z.output<typeof kindBody> & { readonly code: string },
): Promise<void> {
  const words = privateNote(context, by, note)
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: async ({ id, state }, commitment) => {
      const [history, callbackFrom] = await Promise.all([
        readHistory(context.db, id),
        readCallbackFrom(context.db, id),
      ])
      const input = { kind, reason, history, callbackFrom, by: { type: 'staff', id: by.id } } as const
      return words.behind(decide(state, input, commitment, context.now), commitment)
    },
    beside: words.beside,
  })
}
