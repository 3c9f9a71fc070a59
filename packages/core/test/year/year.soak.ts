import { inject, it } from 'vitest'
import { expectLived } from './expect-lived.ts'
import { simulateYear } from './simulate-year.ts'

declare module 'vitest' {
  interface ProvidedContext {
    year: { seed: number; tickets: number }
  }
}

const year = {
  ...inject('year'),
  from: new Date('2026-01-01T00:00:00Z'),
  lastFiling: new Date('2026-12-20T00:00:00Z'),
  to: new Date('2027-01-31T00:00:00Z'),
}

it(`lives ${year.tickets} requests through a year, seed ${year.seed}`, () => {
  const lives = simulateYear(year)
  const figures = expectLived(lives, year)
  console.log('requests', figures)
  console.log('cron', lives.cron)
})
