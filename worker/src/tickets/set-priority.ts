import type { priorityBody } from '@camket/contracts'
import { setPriority as decide } from '@camket/core'
import type * as z from 'zod'
import type { Context } from '../context.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { readHistory } from './contents-store.ts'
import type { By } from './staff-message.ts'
import { privateNote } from './with-note.ts'

/** Open deadlines follow the pledges of the new priority. The same priority again changes nothing. */
export async function setPriority(
  context: Context,
  by: By,
  { code, priority, reason, note }: z.output<typeof priorityBody> & { readonly code: string },
): Promise<void> {
  const words = privateNote(context, by, note)
  await actOnTicket(context, {
    merchantId: by.merchantId,
    code,
    decide: async ({ id, state }, commitment) => {
      const history = await readHistory(context.db, id)
      const input = { priority, reason, history, by: { type: 'staff', id: by.id } } as const
      return words.behind(decide(state, input, commitment, context.now), commitment)
    },
    beside: words.beside,
  })
}
