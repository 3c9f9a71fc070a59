import type { Tier } from '../src/commitment.ts'
import { aroundTheClock, schemeAsCommitment } from './scheme.ts'

const step = (from: number, to: number, percent: number): Tier => ({
  from,
  to,
  offer: { type: 'percent_of', of: 'monthly_fee', percent },
})

/** Uptime of a month in hundredths of a percent: below 99.99 % 10 %, below 99 % 30 %, below 95 % all of the bill. */
export const cloudUptime = schemeAsCommitment({
  title: 'Uptime of every month',
  currency: 'USD',
  calendars: { always: aroundTheClock('UTC') },
  pledges: [
    {
      id: 'uptime',
      for: { kinds: ['support'] },
      milestone: 'resolution',
      within: { amount: 1, unit: 'month' },
      calendar: 'always',
      missedWhen: { fact: 'uptime_basis_points', below: 9_999 },
      remedy: {
        choice: [],
        accrual: {
          type: 'tiers',
          by: { type: 'fact', fact: 'uptime_basis_points', bounds: 'from' },
          tiers: [step(0, 9_500, 100), step(9_500, 9_900, 30), step(9_900, 9_999, 10)],
        },
        settlement: {
          type: 'on_claim',
          within: { amount: 2, unit: 'month' },
          payWithin: { amount: 1, unit: 'month' },
        },
      },
    },
  ],
  source: {
    id: 'compute-sla',
    text: { en: 'After the Amazon Compute Service Level Agreement of 5 May 2022, Region-Level SLA' },
    url: 'https://aws.amazon.com/compute/sla/historical/',
  },
})
