import type { Receipt } from '@camket/contracts'
import type { Locale } from '@camket/core'
import type { Merchant } from '../merchants/store.ts'
import { privateUrl } from '../portal-urls.ts'
import { ticketKey } from '../ticket-key.ts'
import { inWords, type StoredDeadline, storedDeadline } from './deadline-view.ts'
import type { Filed } from './file-ticket.ts'
import type { TicketIdentity } from './ticket-rows.ts'

/** The receipt as it is stored for a replay: without its secrets, and without what may be untrue by then ("today"). */
export type StoredReceipt = Omit<Receipt, 'key' | 'statusUrl' | 'deadlines'> & {
  readonly deadlines: readonly StoredDeadline[]
}

export function storedReceipt({ identity, state, filing }: Filed, locale: Locale): StoredReceipt {
  const { status, filedAt, commitmentVersion } = state.ticket
  return {
    code: identity.code,
    status,
    filedAt: filedAt.toISOString(),
    commitmentVersion,
    deadlines: state.deadlines.map((deadline) => storedDeadline(deadline, { now: filedAt, locale })),
    ...(filing.coverage && { coverage: filing.coverage }),
  }
}

type Telling = {
  readonly secret: string
  readonly publicUrl: string
  readonly merchant: Merchant
  readonly locale: Locale
  readonly now: Date
}

/** What a receipt has beside: the key and the private link, derived anew each time, and the deadlines in words. */
export async function revealed(
  ticket: TicketIdentity,
  { deadlines }: StoredReceipt,
  { secret, publicUrl, merchant, locale, now }: Telling,
): Promise<Pick<Receipt, 'key' | 'statusUrl' | 'deadlines'>> {
  const key = await ticketKey(secret, ticket)
  const place = { now, locale, timeZone: merchant.timeZone }
  return {
    key,
    statusUrl: privateUrl({ publicUrl, merchant, locale }, ticket.code, key),
    deadlines: deadlines.map((deadline) => inWords(deadline, place)),
  }
}
