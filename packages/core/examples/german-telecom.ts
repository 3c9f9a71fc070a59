import type { Offer } from '../src/commitment.ts'
import { aroundTheClock, schemeAsCommitment } from './scheme.ts'

const greaterOf = (amount: number, percent: number): Offer => ({
  type: 'greater_of',
  offers: [
    { type: 'money', value: { amount, currency: 'EUR' } },
    { type: 'percent_of', of: 'monthly_fee', percent },
  ],
})

/** A connection that is out for good: from the third day after the fault was reported, more from the fifth. */
export const germanTelecom = schemeAsCommitment({
  title: 'When your line is out',
  currency: 'EUR',
  calendars: { always: aroundTheClock('Europe/Berlin') },
  pledges: [
    {
      id: 'fault',
      for: { kinds: ['support'], customerTypes: ['consumer'] },
      milestone: 'resolution',
      within: { amount: 2, unit: 'calendar_day' },
      calendar: 'always',
      remedy: {
        choice: [],
        accrual: {
          type: 'tiers',
          by: {
            type: 'time',
            owes: 'sum',
            each: { amount: 1, unit: 'calendar_day' },
            count: 'started',
            from: 'start',
          },
          tiers: [
            { from: 3, to: 4, offer: greaterOf(500, 10) },
            { from: 5, offer: greaterOf(1_000, 20) },
          ],
        },
        settlement: {
          type: 'on_claim',
          within: { amount: 36, unit: 'month' },
          payWithin: { amount: 30, unit: 'calendar_day' },
        },
      },
    },
  ],
  source: {
    id: 'tkg-58',
    text: { en: 'Telekommunikationsgesetz (Germany), § 58 Abs. 3; claims expire by §§ 195, 199 BGB' },
    url: 'https://www.gesetze-im-internet.de/tkg_2021/__58.html',
  },
})
