import { aroundTheClock, schemeAsCommitment } from './scheme.ts'

/**
 * A repair under warranty within 15 days. After the third repair that failed, or once that time is over, the customer
 * takes a new item or the money back, and the warranty goes on for each day that the item was held, begun ones too.
 */
export const vietnamWarranty = schemeAsCommitment({
  title: 'Repairs under warranty',
  currency: 'VND',
  calendars: { always: aroundTheClock('Asia/Ho_Chi_Minh') },
  pledges: [
    {
      id: 'repair',
      for: { kinds: ['warranty'] },
      milestone: 'resolution',
      within: { amount: 15, unit: 'calendar_day' },
      calendar: 'always',
      missedWhen: { fact: 'failed_repairs', atLeast: 3 },
      remedy: {
        choice: [{ type: 'replace' }, { type: 'refund' }],
        accrual: { type: 'once' },
        alongside: {
          offer: { type: 'service_days', days: 1 },
          accrual: {
            type: 'per',
            each: { amount: 1, unit: 'calendar_day' },
            count: 'started',
            from: 'start',
          },
          cap: { type: 'days', days: 60 },
        },
        settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'working_day' } },
      },
    },
  ],
  source: {
    id: 'consumer-law',
    text: {
      en: 'Custom after the Law on the Protection of Consumer Rights, 19/2023/QH15, Article 30 (before: 59/2010/QH12, Article 21)',
    },
  },
})
