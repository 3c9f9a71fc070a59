import { customerClaims, limits } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import type * as z from 'zod'
import { identifySecret } from '../embed/identify-secret.ts'
import type { EmbedRow } from '../embed/store.ts'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

export type Claims = z.output<typeof customerClaims>

const bearer = /^Bearer (\S+)$/i

/** What stands in `Authorization: Bearer …`: a request's key, or a customer's token. */
export const bearerOf = (c: HonoContext<AppEnv>): string | undefined =>
  bearer.exec(c.req.header('Authorization') ?? '')?.[1]

/** A key has no dots, a token has two. */
export const isToken = (text: string | undefined): text is string => text?.includes('.') ?? false

/**
 * Whom a token seems to be of, before it is known to be right: for reading what belongs to that customer in the same
 * batch as what says whether it is. Nothing of it may be used until `customerOf` gave the same claims.
 */
export function claimedBy(token: string | undefined): Partial<Pick<Claims, 'sub' | 'email' | 'phone'>> {
  if (!isToken(token)) return {}
  try {
    const [, payload = ''] = token.split('.')
    const bytes = Uint8Array.fromBase64(payload, { alphabet: 'base64url' })
    const parsed = customerClaims.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    if (!parsed.success) return {}
    const { sub, email, phone } = parsed.data
    return { sub, ...(email && { email }), ...(phone && { phone }) }
  } catch {
    return {}
  }
}

/**
 * The customer whom a merchant's server vouches for. Raises `token_invalid` or `token_expired`. Only HS256 under the
 * secret that the merchant has now is believed, only for that merchant, and for an hour at most.
 */
export async function customerOf(
  { env }: Pick<HonoContext<AppEnv>, 'env'>,
  token: string,
  { slug, embed, now }: { readonly slug: string; readonly embed: EmbedRow; readonly now: Date },
): Promise<Claims> {
  const secret = await identifySecret(env.KEY_SECRET, embed)
  if (secret === undefined || token.length > limits.customer_token_chars_max)
    return invalid('It is not ours.')
  const { verify } = await import('hono/jwt')
  const skew = limits.clock_skew_seconds
  let payload: unknown
  try {
    // Times are read below, by the clock that was passed in and with room for the merchant's.
    payload = await verify(token, secret, { alg: 'HS256', exp: false, nbf: false, iat: false })
  } catch {
    return invalid('Sign it with HS256 and the secret from the desk.')
  }
  const parsed = customerClaims.safeParse(payload)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return invalid(`${issue?.path.join('.') || 'Its claims'}: ${issue?.message ?? 'not valid'}`)
  }
  const { exp, nbf, aud } = parsed.data
  const seconds = now.getTime() / 1000
  if (![aud].flat().includes(slug)) return invalid(`Its \`aud\` has to be "${slug}".`)
  if (nbf !== undefined && nbf > seconds + skew) return invalid('It is not valid yet.')
  if (exp > seconds + limits.customer_token_minutes_max * 60 + skew) {
    return invalid(`Let it expire within ${limits.customer_token_minutes_max} minutes.`)
  }
  if (exp <= seconds - skew)
    raise('token_expired', 'Have your server sign a new one, and send the same again.')
  return parsed.data
}

const invalid = (why: string): never => raise('token_invalid', `The customer's token is not valid. ${why}`)
