import { limits } from '@camket/contracts'

const minuteMillis = 60_000

/** When a mail that failed is tried again: after 1, 2, 4, … minutes; undefined when it is given up. */
export function nextTryAfter(attempts: number, now: Date): Date | undefined {
  if (attempts >= limits.outbox_attempts_max) return undefined
  return new Date(now.getTime() + 2 ** (attempts - 1) * minuteMillis)
}
