import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

/** The period of every limit in wrangler.toml. */
const period_seconds = 60

/**
 * Raises `rate_limited` for an address of the network that tries too often to sign in, and for a mailbox that is
 * sent too many links, whether or not anybody has it.
 */
export async function limitSignIn(c: HonoContext<AppEnv>, email?: string): Promise<void> {
  const address = c.req.header('CF-Connecting-IP') ?? 'local'
  const keys = [`address ${address}`, ...(email === undefined ? [] : [`email ${email.toLowerCase()}`])]
  for (const key of keys) {
    const { success } = await c.env.LIMIT_AUTH.limit({ key })
    if (success) continue
    raise('rate_limited', `Too many tries to sign in. Wait ${period_seconds} seconds and try again.`, {
      retryAfterSeconds: period_seconds,
    })
  }
}
