import type { FileTicketInput, Receipt } from '@camket/contracts'
import { fileTicket } from '@camket/contracts/client'
import type { Send } from '../delivery/delivery.ts'
import type { Session } from '../session/session.ts'
import { withToken } from '../session/token.ts'
import { withProof } from './with-proof.ts'

/** One try at filing a request: as the customer whom the page vouches for, and with a proof where one is asked for. */
export const fileRequest =
  (session: Session, body: FileTicketInput, idempotencyKey: string): Send<Receipt> =>
  (tell) =>
    withProof(session, tell, (proof) =>
      withToken(session, (token) =>
        fileTicket(session.api, session.merchant, body, idempotencyKey, {
          ...(token && { token }),
          ...(proof && { proof }),
        }),
      ),
    )
