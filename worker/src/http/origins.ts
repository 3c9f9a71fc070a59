import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Merchant } from '../merchants/store.ts'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization, Idempotency-Key, X-Camket-Proof, X-File-Name',
  'Access-Control-Max-Age': '86400',
}

/**
 * Lets pages of other origins read the answers of the customer's part, errors too: without cookies, so an origin
 * gains nothing that it could not fetch from its own server. Whose pages may embed is decided by `allowOrigin`.
 */
export const crossOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('Origin')
  c.header('Vary', 'Origin', { append: true })
  if (origin === undefined) return next()
  c.header('Access-Control-Allow-Origin', origin)
  c.header('Access-Control-Expose-Headers', 'ETag, Idempotency-Replayed, Retry-After, X-Request-Id')
  if (c.req.method !== 'OPTIONS') return next()
  return c.body(null, 204, preflight)
}

/** Raises `origin_not_allowed` for a page of a site that the merchant did not list. No Origin is a server's request. */
export function allowOrigin(
  c: HonoContext<AppEnv>,
  { name, allowedOrigins }: Pick<Merchant, 'name' | 'allowedOrigins'>,
): void {
  const origin = c.req.header('Origin')
  if (origin === undefined || origin === new URL(c.env.PUBLIC_URL).origin) return
  if (allowedOrigins.includes(origin)) return
  raise(
    'origin_not_allowed',
    `${origin} may not embed the requests of ${name}. If this is your site, add exactly "${origin}" to the sites that may embed, in the merchant's settings.`,
  )
}
