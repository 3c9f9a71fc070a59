import { aroundTheClock, money, schemeAsCommitment, wholeWorkingDays } from './scheme.ts'

/**
 * Broadband and landline in the United Kingdom, amounts in force from 1 April 2026. A provider may give notice 30 days
 * after payments begin that they end 30 days later, so they last 60 days at least; here they end then.
 */
export const ukTelecom = schemeAsCommitment({
  title: 'Automatic compensation for broadband and landline',
  currency: 'GBP',
  calendars: { working: wholeWorkingDays('Europe/London'), always: aroundTheClock('Europe/London') },
  pledges: [
    {
      id: 'repair',
      for: { kinds: ['support'] },
      milestone: 'resolution',
      within: { amount: 2, unit: 'working_day' },
      calendar: 'working',
      remedy: {
        choice: [money(1_034, 'GBP')],
        accrual: { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' },
        cap: { type: 'count', units: 60 },
        settlement: { type: 'automatic', payWithin: { amount: 30, unit: 'calendar_day' } },
      },
    },
    {
      id: 'visit',
      for: { kinds: ['callback'] },
      milestone: 'callback_made',
      // An engineer comes in the half day that was agreed.
      within: { amount: 5, unit: 'hour' },
      calendar: 'always',
      remedy: {
        choice: [money(3_231, 'GBP')],
        accrual: { type: 'once' },
        settlement: { type: 'automatic', payWithin: { amount: 30, unit: 'calendar_day' } },
      },
    },
  ],
  source: {
    id: 'ofcom',
    text: {
      en: 'Ofcom, Automatic Compensation: Voluntary Code of Practice, paragraphs 10 to 20, 35 and 36',
    },
    url: 'https://www.ofcom.org.uk/phones-and-broadband/service-quality/automatic-compensation',
  },
})
