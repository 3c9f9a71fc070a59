import type { Env } from '../env.ts'
import { readAddress } from './address.ts'
import type { Mail } from './mail.ts'
import { layOut } from './mails/lay-out.ts'
import type { Letter } from './mails/letter.ts'
import { oneLine } from './mails/one-line.ts'
import type { OutboxRow, ToldTicketRows } from './store.ts'

/** A letter to somebody of the house, in its own language and from its own name. */
export function mailToStaff(
  row: OutboxRow,
  { merchant, ticket }: ToldTicketRows,
  { to, letter }: { readonly to: string; readonly letter: Letter },
  env: Env,
): Mail {
  const { locale, accent } = merchant
  const name = oneLine(merchant.name)
  const host = new URL(env.PUBLIC_URL).hostname
  return {
    messageId: `<${row.id}@${host}>`,
    kind: row.kind,
    to,
    from: { name, email: readAddress(env.MAIL_FROM).email },
    ...layOut(letter, { from: name, locale, accent }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      References: `<${ticket.id}@${host}>`,
    },
  }
}
