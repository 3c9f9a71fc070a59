import type { CustomerTicket } from '@camket/contracts'
import { getTicketWithKey, type Result } from '@camket/contracts/client'
import type { KeptRequest } from '../session/kept-requests.ts'
import type { Session } from '../session/session.ts'
import { withKey } from '../session/with-key.ts'

/** A request as it stands now, drawn in the customer's language unless it is still as the card of this tag. */
export const readRequest = (
  session: Session,
  request: Pick<KeptRequest, 'code' | 'key'>,
  card = 'true',
): Promise<Result<CustomerTicket>> =>
  withKey(session, request, (key) =>
    getTicketWithKey(session.api, request.code, key, { locale: session.locale, card }),
  )
