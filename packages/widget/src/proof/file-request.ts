import type { FileTicketInput, Receipt } from '@camket/contracts'
import { fileTicket, unreachable } from '@camket/contracts/client'
import type { Send } from '../delivery/delivery.ts'
import type { Session } from '../session/session.ts'
import { withToken } from '../session/with-token.ts'

/**
 * One try at filing a request: as the customer whom the page vouches for, and where the answer asks for a proof first,
 * again with it. What proves is loaded only then.
 */
export const fileRequest =
  (session: Session, body: FileTicketInput, idempotencyKey: string): Send<Receipt> =>
  async (tell, signal) => {
    const call = (proof?: string) =>
      withToken(session, (token) =>
        fileTicket(session.api, session.merchant, body, idempotencyKey, { token, proof }),
      )
    const result = await call()
    if (result.ok || result.problem.code !== 'challenge_needed') return result
    return (
      import('./prove.ts')
        .then(({ prove }) => prove(session, { result, call, tell, signal }))
        // It could not be loaded: as when the network is gone, it is tried again.
        .catch(unreachable)
    )
  }
