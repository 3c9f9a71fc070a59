import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './app-env.ts'
import { raise } from './raise.ts'

const bindings = { file: 'LIMIT_FILE', read: 'LIMIT_READ', auth: 'LIMIT_AUTH' } as const

/** The period of every limit in wrangler.toml. */
const period_seconds = 60

/** Raises `rate_limited` for an address of the network that asks too often of one merchant, or of one thing. */
export async function limitRate(
  c: HonoContext<AppEnv>,
  kind: keyof typeof bindings,
  of: string,
): Promise<void> {
  const address = c.req.header('CF-Connecting-IP') ?? 'local'
  await limit(c.env[bindings[kind]], `${networkOf(address)} ${of}`)
}

/** Of an IPv6 address the first 64 bits: everybody who has one has all of those, and could take a new one each time. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

/** Raises `rate_limited` for a mailbox that is sent too many links, whoever asks and whether or not anybody has it. */
export async function limitMailbox({ env }: HonoContext<AppEnv>, email: string): Promise<void> {
  await limit(env.LIMIT_AUTH, `email ${email.toLowerCase()}`)
}

async function limit(binding: RateLimit, key: string): Promise<void> {
  const { success } = await binding.limit({ key })
  if (success) return
  raise('rate_limited', `Too many requests. Wait ${period_seconds} seconds and try again.`, {
    retryAfterSeconds: period_seconds,
  })
}
