import { sign } from 'hono/jwt'
import { call } from './call.ts'
import { cookieOf } from './open-shop.ts'

/** The secret with which the server of `minh-an` signs its customers' tokens, made anew. */
export async function newIdentifySecret(): Promise<string> {
  return (await call('rotateIdentifySecret', { cookie: cookieOf('ong.chu') })).value.secret
}

/** A token as a merchant's server would sign it: for half an hour from now, unless said otherwise. */
export function signToken(
  secret: string,
  claims: Record<string, unknown>,
  alg: 'HS256' | 'HS384' | 'HS512' = 'HS256',
): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 1800
  return sign({ aud: 'minh-an', exp, ...claims }, secret, alg)
}
