import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

const reading = ['GET', 'HEAD', 'OPTIONS']

/**
 * Cookies travel by themselves, so what changes something must come from our own pages. Every browser says where a
 * request that writes comes from: `Origin`, and `Sec-Fetch-Site`. One that says neither is no browser, and holds no
 * cookie that it was not given on purpose.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!reading.includes(c.req.method) && isFromElsewhere(c.req.raw.headers, c.env.PUBLIC_URL)) {
    raise('cross_site_refused', `Send this from a page of ${c.env.PUBLIC_URL}.`)
  }
  await next()
}

function isFromElsewhere(headers: Headers, publicUrl: string): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return origin !== new URL(publicUrl).origin
  const site = headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}
