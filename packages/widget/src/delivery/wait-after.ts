import type { Failure } from '@camket/contracts/client'

export type WaitReason = 'offline' | 'unreachable' | 'busy' | 'rate_limited'

export type Wait = { readonly reason: WaitReason; readonly after_millis: number }

const backOff_millis_max = 30_000
/** Where the answer does not say: for the limit of a minute, and for a browser that does not say when the network is back. */
const least_seconds: Partial<Record<WaitReason, number>> = { rate_limited: 60, offline: 30 }

/**
 * How long to wait before the same is sent again; undefined where it was understood and not taken, so that sending it
 * again cannot help. The server keeps what it did under the request's idempotency key, so whatever leaves it open
 * whether it was done (no answer, 5xx, still in flight) is sent again, with the same key.
 * @param attempt counts from 0; @param jitter from 0 to 1, spreads the tries of many customers.
 */
export function waitAfter(
  { problem: { code, status }, retryAfterSeconds }: Failure,
  attempt: number,
  isOnline: boolean,
  jitter: number,
): Wait | undefined {
  const reason = reasonOf(code, status, isOnline)
  const seconds = reason && (retryAfterSeconds ?? least_seconds[reason] ?? 0)
  const backOff_millis = Math.min(1_000 * 2 ** attempt, backOff_millis_max) * (1 + jitter / 2)
  return reason && { reason, after_millis: Math.max((seconds ?? 0) * 1_000, Math.round(backOff_millis)) }
}

function reasonOf(code: string, status: number, isOnline: boolean): WaitReason | undefined {
  if (status === 429) return 'rate_limited'
  if (code === 'idempotency_in_flight') return 'busy'
  if (code === 'unreachable' && !isOnline) return 'offline'
  return code === 'unreachable' || status >= 500 ? 'unreachable' : undefined
}
