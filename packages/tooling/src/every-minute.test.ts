import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everyMinute } from './every-minute.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

it('acts once a minute with the time of that minute, until it is ended', async () => {
  const acted: number[] = []
  const end = everyMinute(
    async (now) => void acted.push(now),
    () => undefined,
  )
  await vi.advanceTimersByTimeAsync(180_000)
  end()
  await vi.advanceTimersByTimeAsync(180_000)
  expect(acted).toEqual([1_060_000, 1_120_000, 1_180_000])
})

it('waits for a run that takes longer than a minute, and goes on after one that failed', async () => {
  const failures: unknown[] = []
  let runs = 0
  const end = everyMinute(
    async () => {
      runs += 1
      if (runs === 1) await new Promise((done) => setTimeout(done, 90_000))
      if (runs === 2) throw new Error('the database is away')
    },
    (error) => failures.push(error),
  )
  await vi.advanceTimersByTimeAsync(120_000)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(120_000)
  end()
  expect(runs).toBe(3)
  expect(failures).toHaveLength(1)
})
