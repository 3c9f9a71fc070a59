import type { Result } from '@camket/contracts/client'
import type { KeptRequest } from './kept-requests.ts'
import { type Around, withToken } from './with-token.ts'

/** Calls with what opens a request: its own key, or the token of the customer whose it is. */
export const withKey = <T>(
  session: Around,
  { key }: Pick<KeptRequest, 'key'>,
  call: (key: string) => Promise<Result<T>>,
): Promise<Result<T>> => (key ? call(key) : withToken(session, (token) => call(token ?? '')))
