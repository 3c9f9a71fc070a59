import type { Receipt } from '@camket/contracts'
import type { Locale } from '@camket/core'
import type { Merchant } from '../merchants/store.ts'
import { privateUrl } from '../portal-urls.ts'
import { ticketKey } from '../ticket-key.ts'
import { deadlineView } from './deadline-view.ts'
import type { Filed } from './file-ticket.ts'
import type { TicketIdentity } from './ticket-rows.ts'

/** The receipt without its secrets, as it is stored for a replay. */
export function storedReceipt(
  { identity, state, filing }: Filed,
  locale: Locale,
): Omit<Receipt, 'key' | 'statusUrl'> {
  const { status, filedAt, commitmentVersion } = state.ticket
  return {
    code: identity.code,
    status,
    filedAt: filedAt.toISOString(),
    commitmentVersion,
    deadlines: state.deadlines.map((deadline) => deadlineView(deadline, filedAt, locale)),
    ...(filing.coverage && { coverage: filing.coverage }),
  }
}

/** The key and the private link, derived anew whenever they are needed. */
export async function secretsOf(
  ticket: TicketIdentity,
  {
    secret,
    publicUrl,
    merchant,
    locale,
  }: { secret: string; publicUrl: string; merchant: Merchant; locale: Locale },
): Promise<Pick<Receipt, 'key' | 'statusUrl'>> {
  const key = await ticketKey(secret, ticket)
  return { key, statusUrl: privateUrl({ publicUrl, merchant, locale }, ticket.code, key) }
}
