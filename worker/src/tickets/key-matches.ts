import { ticketKey } from '../ticket-key.ts'
import type { TicketIdentity } from './ticket-rows.ts'

/** Whether this key opens this ticket. The comparison takes the same time however much of it is right. */
export async function keyMatches(secret: string, ticket: TicketIdentity, key: string): Promise<boolean> {
  const encoder = new TextEncoder()
  const [expected, given] = await Promise.all(
    [await ticketKey(secret, ticket), key].map((text) =>
      crypto.subtle.digest('SHA-256', encoder.encode(text)),
    ),
  )
  return expected !== undefined && given !== undefined && crypto.subtle.timingSafeEqual(expected, given)
}
