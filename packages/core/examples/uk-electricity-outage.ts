import type { Remedy } from '../src/commitment.ts'
import { aroundTheClock, money, schemeAsCommitment } from './scheme.ts'

/** After 12 hours without supply, and once more for each 12 hours after that which are over. */
const outage = (first: number): Remedy => ({
  choice: [],
  accrual: {
    type: 'tiers',
    by: { type: 'time', owes: 'sum', each: { amount: 12, unit: 'hour' }, count: 'full', from: 'start' },
    tiers: [
      { from: 1, to: 1, offer: money(first, 'GBP') },
      { from: 2, offer: money(4_500, 'GBP') },
    ],
  },
  settlement: { type: 'automatic', payWithin: { amount: 10, unit: 'calendar_day' } },
})

/** A power cut in normal weather: £95 for a home and £190 for a business, £45 for each further 12 hours. */
export const ukElectricityOutage = schemeAsCommitment({
  title: 'When your electricity fails',
  currency: 'GBP',
  calendars: { always: aroundTheClock('Europe/London') },
  pledges: [
    {
      id: 'home',
      for: { kinds: ['support'], customerTypes: ['consumer'] },
      milestone: 'resolution',
      within: { amount: 12, unit: 'hour' },
      calendar: 'always',
      exclusions: ['severe-weather'],
      remedy: outage(9_500),
    },
    {
      id: 'business',
      for: { kinds: ['support'], customerTypes: ['partner', 'supplier'] },
      milestone: 'resolution',
      within: { amount: 12, unit: 'hour' },
      calendar: 'always',
      exclusions: ['severe-weather'],
      remedy: outage(19_000),
    },
  ],
  exclusions: [
    {
      code: 'severe-weather',
      text: { en: 'Severe weather, where we show that we took every reasonable step.' },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
  ],
  source: {
    id: 'electricity-standards',
    text: {
      en: 'Electricity (Standards of Performance) Regulations 2015, SI 2015/699, regulation 5, as amended in 2023; exemptions in regulation 10',
    },
    url: 'https://www.legislation.gov.uk/uksi/2015/699',
  },
})
