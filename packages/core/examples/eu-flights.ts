import type { Tier } from '../src/commitment.ts'
import { aroundTheClock, money, schemeAsCommitment } from './scheme.ts'

const step = (from: number, to: number | undefined, sum: number, soonMinutes: number): Tier => ({
  from,
  ...(to === undefined ? {} : { to }),
  offer: money(sum, 'EUR'),
  reduced: { fact: 'arrival_delay_minutes', atMost: soonMinutes, percent: 50 },
})

/**
 * A flight that was cancelled at short notice, denied, or arrived three hours late or more (`disrupted_flights` is then
 * noted as 1). Half of it where a re-routed flight arrives soon after: within two, three or four hours by distance.
 */
export const euFlights = schemeAsCommitment({
  title: 'When your flight is cancelled, overbooked or late',
  currency: 'EUR',
  calendars: { always: aroundTheClock('Europe/Brussels') },
  pledges: [
    {
      id: 'flight',
      for: { kinds: ['complaint'] },
      milestone: 'resolution',
      within: { amount: 14, unit: 'calendar_day' },
      calendar: 'always',
      missedWhen: { fact: 'disrupted_flights', atLeast: 1 },
      exclusions: ['extraordinary-circumstances'],
      remedy: {
        choice: [],
        accrual: {
          type: 'tiers',
          by: { type: 'fact', fact: 'distance_km', bounds: 'to' },
          tiers: [
            step(0, 1_500, 25_000, 120),
            step(1_500, 3_500, 40_000, 180),
            step(3_500, undefined, 60_000, 240),
          ],
        },
        settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'calendar_day' } },
      },
    },
  ],
  exclusions: [
    {
      code: 'extraordinary-circumstances',
      text: {
        en: 'Extraordinary circumstances that could not have been avoided by all reasonable measures.',
      },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
  ],
  source: {
    id: 'regulation-261',
    text: {
      en: 'Regulation (EC) No 261/2004, Articles 5(3) and 7(1) and (2); three hours by C-402/07 (Sturgeon)',
    },
    url: 'https://eur-lex.europa.eu/eli/reg/2004/261/oj',
  },
})
