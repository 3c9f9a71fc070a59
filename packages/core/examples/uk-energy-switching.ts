import { money, schemeAsCommitment, wholeWorkingDays } from './scheme.ts'

/** A household's change of energy supplier: £40, paid within 10 working days, else the same again. */
export const ukEnergySwitching = schemeAsCommitment({
  title: 'Changing your energy supplier',
  currency: 'GBP',
  calendars: { working: wholeWorkingDays('Europe/London') },
  pledges: [
    {
      id: 'switch',
      for: { kinds: ['support'], customerTypes: ['consumer'] },
      milestone: 'resolution',
      within: { amount: 5, unit: 'working_day' },
      calendar: 'working',
      remedy: {
        choice: [money(4_000, 'GBP')],
        accrual: { type: 'once' },
        settlement: {
          type: 'automatic',
          payWithin: { amount: 10, unit: 'working_day' },
          latePenalty: 'same_again',
        },
      },
    },
  ],
  source: {
    id: 'ofgem',
    text: {
      en: 'Ofgem, Supplier Guaranteed Standards of Performance: Electricity and Gas (Standards of Performance) (Suppliers) Regulations 2015, SI 2015/1544, as amended',
    },
    url: 'https://www.ofgem.gov.uk/get-compensation-problems-switching-energy-suppliers',
  },
})
