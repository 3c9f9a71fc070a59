import * as z from 'zod'
import type { Env } from '../env.ts'

const verifyUrl = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
const patience_milliseconds = 5_000
const answer = z.object({ success: z.boolean() })

/** What Turnstile says of the token that its widget gave: each is good once, for some minutes. */
export async function askTurnstile(
  { OUTSIDE }: Pick<Env, 'OUTSIDE'>,
  { secret, token, address }: { readonly secret: string; readonly token: string; readonly address?: string },
): Promise<'good' | 'bad' | 'unreachable'> {
  const request = new Request(verifyUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret, response: token, ...(address !== undefined && { remoteip: address }) }),
    signal: AbortSignal.timeout(patience_milliseconds),
  })
  try {
    const response = await (OUTSIDE ? OUTSIDE.fetch(request) : fetch(request))
    const told = answer.safeParse(await response.json())
    if (!told.success) return 'unreachable'
    return told.data.success ? 'good' : 'bad'
  } catch {
    return 'unreachable'
  }
}
