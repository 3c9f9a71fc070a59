import { expect, it } from 'vitest'
import { expectLived } from '../test/year/expect-lived.ts'
import { simulateYear } from '../test/year/simulate-year.ts'

/** Two months in which London and New York change their clocks; `npm run soak -- year` lives a whole year. */
const spring = {
  from: new Date('2026-03-01T00:00:00Z'),
  lastFiling: new Date('2026-04-10T00:00:00Z'),
  to: new Date('2026-05-05T00:00:00Z'),
}

it.each([1, 2, 3])(
  'records every miss once and never early, whatever becomes of the cron (seed %i)',
  (seed) => {
    const lives = simulateYear({ ...spring, seed, tickets: 100 })
    const figures = expectLived(lives, spring)
    // It says something only if much went wrong.
    expect(figures.missed).toBeGreaterThan(50)
    expect(figures.warned).toBeGreaterThan(20)
    expect(figures.rematched).toBeGreaterThan(0)
    const { missed, doubled, died, jumpedBack, refused } = lives.cron
    for (const count of [missed, doubled, died, jumpedBack, refused]) expect(count).toBeGreaterThan(0)
  },
)
