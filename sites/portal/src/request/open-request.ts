import type { CustomerTicket, PublicTicket } from '@camket/contracts'
import { type Failure, getTicket, getTicketWithKey } from '@camket/contracts/client'
import type { Shop } from '../visit/open-shop.ts'
import { type Trouble, trouble, troubleOf } from '../visit/trouble.ts'
import type { Visit } from '../visit/visit.ts'

/** A request as this visitor may see it. */
export type Opened = {
  readonly ticket: PublicTicket
  /** With the key only. */
  readonly conversation?: CustomerTicket
  /** The key that was given is not that of this request. */
  readonly isKeyWrong: boolean
}

/** Reads a request of this merchant, with what was said in it for whoever has its key. */
export async function openRequest(
  { api, locale }: Visit,
  shop: Shop,
  code: string,
  key: string | undefined,
): Promise<Opened | Trouble> {
  const found = key === undefined ? undefined : await getTicketWithKey(api, code, key, { locale })
  if (found && !found.ok && found.problem.code !== 'key_wrong') return troubleOf(found)
  if (found?.ok) return mine({ ticket: found.value, conversation: found.value, isKeyWrong: false }, shop)
  const seen: { readonly ok: true; readonly value: PublicTicket } | Failure = await getTicket(api, code, {
    locale,
  })
  if (!seen.ok) return troubleOf(seen)
  return mine({ ticket: seen.value, isKeyWrong: found !== undefined }, shop)
}

/** Another merchant's request is at another address: here there is none. */
function mine(opened: Opened, shop: Shop): Opened | Trouble {
  return opened.ticket.merchant === shop.slug ? opened : trouble('ticket_not_found')
}
