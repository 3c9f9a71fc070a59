import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

const bindings = { file: 'LIMIT_FILE', read: 'LIMIT_READ' } as const

/** The period of every limit in wrangler.toml. */
const period_seconds = 60

/** Raises `rate_limited` for an address that asks too often of one merchant. */
export async function limitRate(
  c: HonoContext<AppEnv>,
  kind: keyof typeof bindings,
  merchant: string,
): Promise<void> {
  const address = c.req.header('CF-Connecting-IP') ?? 'local'
  const { success } = await c.env[bindings[kind]].limit({ key: `${address} ${merchant}` })
  if (success) return
  raise(
    'rate_limited',
    `Too many requests came from this address. Wait ${period_seconds} seconds and try again.`,
    {
      retryAfterSeconds: period_seconds,
    },
  )
}
