import type { Result } from '@camket/contracts/client'

const tries_max = 8

/**
 * Asks again while the first of two at once is being worked on, about 8 seconds at most: who pressed twice sees only
 * the answer to the second press.
 */
export async function askUntilDone<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  let result = await ask()
  for (let tries = 1; tries < tries_max && isInFlight(result); tries += 1) {
    const seconds = result.ok ? 1 : (result.retryAfterSeconds ?? 1)
    await new Promise((done) => setTimeout(done, seconds * 1000))
    result = await ask()
  }
  return result
}

const isInFlight = (result: Result<unknown>): boolean =>
  !result.ok && result.problem.code === 'idempotency_in_flight'
