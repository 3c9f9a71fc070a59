import type { Result } from '@camket/contracts/client'
import type { Identity } from '../public-api.ts'
import type { Host } from '../widget-element/host.ts'

/** In memory only, and forgotten with the identity. */
const tokens = new WeakMap<Identity, string>()

/**
 * Calls with the token of a customer whom the page vouches for. One that has expired is asked for anew once; when that
 * does not help either the page is told, and the answer is the refusal.
 */
export async function callWithToken<T>(
  identity: Identity,
  emit: Host['emit'],
  call: (token: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const first = await call(tokens.get(identity) ?? (await newToken(identity)))
  if (!isRefused(first)) return first
  const second = typeof identity.token === 'string' ? first : await call(await newToken(identity))
  if (isRefused(second)) emit('token-expired', null)
  return second
}

async function newToken(identity: Identity): Promise<string> {
  const { token } = identity
  const fresh = typeof token === 'string' ? token : await token()
  tokens.set(identity, fresh)
  return fresh
}

const isRefused = (result: Result<unknown>) => !result.ok && /^token_/.test(result.problem.code)
