import { type Result, unreachable } from '@camket/contracts/client'
import type { Session } from './session.ts'

export type Around = Pick<Session<unknown>, 'known' | 'emit' | 'sdk'>

/** Calls with the token of the customer whom the page vouches for, if it does; without a token that is like no answer. */
export async function withToken<T>(
  { known: { identity }, emit, sdk }: Around,
  call: (token?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!identity) return call()
  try {
    const { callWithToken } = await sdk()
    return await callWithToken(identity, emit, call)
  } catch (error) {
    return unreachable(error)
  }
}
