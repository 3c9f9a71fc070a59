import { type Change, type Commitment, isRefusal, note, type Refusal } from '@camket/core'
import type { Context } from '../context.ts'
import type { Statement } from '../db/statement.ts'
import { messageStatements } from './message-statements.ts'
import { type By, staffMessage } from './staff-message.ts'
import type { StoredTicket } from './store.ts'

/** Private words that go with an act, if there are any: noted in the act's own change, stored beside it. */
export function privateNote(context: Context, by: By, text: string | undefined) {
  const words = text ? staffMessage(context, by, { text, visibility: 'note' }) : undefined
  return {
    /** The act's change with the note behind it, also where the act itself changed nothing: no word is lost. */
    behind(change: Change | Refusal, commitment: Commitment): Change | Refusal {
      if (!words || isRefusal(change)) return change
      const { after: acted, events, notices, record } = change
      const noted = note(
        acted,
        { messageId: words.id, by: { type: 'staff', id: by.id } },
        commitment,
        context.now,
      )
      if (isRefusal(noted)) return noted
      return {
        ...change,
        after: noted.after,
        events: [...events, ...noted.events],
        notices: [...notices, ...noted.notices],
        record: [...record, ...noted.record],
      }
    },
    beside: (ticket: StoredTicket): Statement[] =>
      words ? messageStatements(context.db, words.on(ticket), []) : [],
  }
}
