import type { Failure } from '@camket/contracts/client'
import { describe, expect, test } from 'vitest'
import { waitAfter } from './wait-after.ts'

const failure = (code: string, status: number, retryAfterSeconds?: number): Failure =>
  ({
    ok: false,
    problem: { code, status, detail: '' },
    ...(retryAfterSeconds && { retryAfterSeconds }),
  }) as Failure

describe('after an answer', () => {
  test.each([
    ['unreachable', 0, undefined, true, 'unreachable', 1_000],
    ['unreachable', 0, undefined, false, 'offline', 30_000],
    ['unreachable', 0, 20, true, 'unreachable', 20_000],
    ['internal', 500, undefined, true, 'unreachable', 1_000],
    ['unavailable', 503, 20, true, 'unreachable', 20_000],
    ['idempotency_in_flight', 409, 3, true, 'busy', 3_000],
    ['rate_limited', 429, 42, true, 'rate_limited', 42_000],
    ['rate_limited', 429, undefined, true, 'rate_limited', 60_000],
  ])('%s (%i, Retry-After %s) it is sent again', (code, status, wait, isOnline, reason, after_millis) => {
    expect(waitAfter(failure(code, status, wait), 0, isOnline, 0)).toEqual({ reason, after_millis })
  })

  test.each([
    ['invalid_body', 422],
    ['idempotency_key_reused', 422],
    ['origin_not_allowed', 403],
    ['ticket_changed', 409],
  ])('%s (%i) it is not sent again: it would be refused again', (code, status) => {
    expect(waitAfter(failure(code, status), 0, true, 0)).toBeUndefined()
  })

  test('waits grow, spread by chance, and stay under a minute', () => {
    const waits = [0, 1, 2, 3, 4, 5, 50].map(
      (attempt) => waitAfter(failure('unreachable', 0), attempt, true, 1)?.after_millis,
    )
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000])
  })
})
