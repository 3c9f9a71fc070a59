import { expect, test } from 'vitest'
import { mishaps, ticketsAfter } from '../journeys/send-once.ts'

const rounds = 100

test.each(Object.keys(mishaps) as (keyof typeof mishaps)[])(
  `%s makes one ticket of each request, ${rounds} times out of ${rounds}`,
  async (mishap) => {
    const tickets = await ticketsAfter(mishap, rounds)
    console.log(
      `soak  ${mishap}: ${tickets.filter((count) => count === 1).length} of ${rounds} made exactly one ticket`,
    )
    expect(tickets).toEqual(Array(rounds).fill(1))
  },
)
