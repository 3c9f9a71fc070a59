import type { Result } from '@camket/contracts/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askUntilDone } from './ask-until-done.ts'

const done: Result<string> = { ok: true, value: 'CK-1', headers: new Headers() }
const refused = (code: 'idempotency_in_flight' | 'rate_limited'): Result<string> => ({
  ok: false,
  problem: { type: 'x', title: 'x', status: 409, detail: 'x', code, requestId: 'x' },
  retryAfterSeconds: 1,
})

/** Answers with these in turn, the last one for ever. */
function answering(...answers: Result<string>[]) {
  const asked: number[] = []
  const ask = async () => {
    asked.push(Date.now())
    return answers[Math.min(asked.length, answers.length) - 1] ?? done
  }
  return { asked, ask }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks again, when it was told to, until the first of two at once is done', async () => {
  const { asked, ask } = answering(refused('idempotency_in_flight'), refused('idempotency_in_flight'), done)
  const result = askUntilDone(ask)
  await vi.runAllTimersAsync()
  expect(await result).toEqual(done)
  expect(asked).toEqual([0, 1_000, 2_000])
})

it('asks once where asking again would not help', async () => {
  for (const answer of [done, refused('rate_limited')]) {
    const { asked, ask } = answering(answer)
    expect(await askUntilDone(ask)).toEqual(answer)
    expect(asked).toHaveLength(1)
  }
})

it('gives up in the end', async () => {
  const { asked, ask } = answering(refused('idempotency_in_flight'))
  const result = askUntilDone(ask)
  await vi.runAllTimersAsync()
  expect(await result).toEqual(refused('idempotency_in_flight'))
  expect(asked).toHaveLength(8)
})
