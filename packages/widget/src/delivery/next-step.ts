import type { Failure, Result } from '@camket/contracts/client'

export type WaitReason = 'offline' | 'unreachable' | 'busy' | 'rate_limited'

export type NextStep<T> =
  | { readonly type: 'received'; readonly value: T }
  /** It was understood and not taken: sending the same again cannot help. */
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'retry'; readonly after_millis: number; readonly reason: WaitReason }

const backOff_millis = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]
const rateLimited_seconds = 60
/** The browser says when the network is back; this is for when it does not. */
const offline_seconds = 30

/**
 * What to do after an answer. The server keeps what it did under the request's idempotency key, so whatever leaves it
 * open whether it was done (no answer, 5xx, still in flight) is sent again, with the same key.
 * @param attempt counts from 0; @param jitter from 0 to 1, spreads the tries of many customers.
 */
export function nextStep<T>(
  result: Result<T>,
  attempt: number,
  isOnline: boolean,
  jitter: number,
): NextStep<T> {
  if (result.ok) return { type: 'received', value: result.value }
  const { problem, retryAfterSeconds } = result
  const backOff = backOff_millis[Math.min(attempt, backOff_millis.length - 1)] ?? 0
  const spread = Math.round(backOff * (1 + jitter / 2))
  const retry = (reason: WaitReason, seconds = 0): NextStep<T> => ({
    type: 'retry',
    reason,
    after_millis: Math.max(seconds * 1_000, spread),
  })
  if (problem.status === 429) return retry('rate_limited', retryAfterSeconds ?? rateLimited_seconds)
  if (problem.code === 'idempotency_in_flight') return retry('busy', retryAfterSeconds)
  if (problem.code === 'unreachable')
    return isOnline ? retry('unreachable') : retry('offline', offline_seconds)
  if (problem.status >= 500) return retry('unreachable', retryAfterSeconds)
  return { type: 'refused', failure: result }
}
