import { expect, test } from 'vitest'
import { mishaps, ticketsAfter } from './send-once.ts'

const rounds = 10

// A hundred rounds of each are in `npm run soak -- widget`.
test.each(Object.keys(mishaps) as (keyof typeof mishaps)[])(
  `%s makes one ticket of each request, ${rounds} times out of ${rounds}`,
  async (mishap) => {
    expect(await ticketsAfter(mishap, rounds)).toEqual(Array(rounds).fill(1))
  },
)
