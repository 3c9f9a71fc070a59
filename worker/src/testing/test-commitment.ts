import type { Commitment } from '@camket/core'

const weekdays = ['08:00-12:00', '13:30-17:30']

/** A small commitment with a deadline and a remedy for every kind of request. */
export const testCommitment: Commitment = {
  title: { vi: 'Cam kết dịch vụ', en: 'Service commitment' },
  summary: { vi: 'Chúng tôi giữ lời.', en: 'We keep our word.' },
  languages: ['vi', 'en'],
  currency: 'VND',
  calendars: {
    shop: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: {
        mon: weekdays,
        tue: weekdays,
        wed: weekdays,
        thu: weekdays,
        fri: weekdays,
        sat: ['08:00-12:00'],
        sun: [],
      },
      dates: {},
    },
  },
  qualityStatements: [],
  pledges: [
    {
      id: 'first-reply',
      for: {},
      milestone: 'first_reply',
      within: { amount: 4, unit: 'working_hour' },
      calendar: 'shop',
      remedy: {
        choice: [{ type: 'voucher', value: { amount: 50_000, currency: 'VND' } }],
        accrual: { type: 'once' },
        settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
      },
    },
    {
      id: 'resolution',
      for: { kinds: ['warranty', 'complaint'] },
      milestone: 'resolution',
      within: { amount: 7, unit: 'working_day' },
      calendar: 'shop',
    },
  ],
  worstCases: [],
  exclusions: [
    {
      code: 'water-damage',
      text: { vi: 'Máy bị vào nước.', en: 'The device got wet.' },
      burdenOfProof: 'merchant',
      evidenceNeeded: false,
    },
  ],
  partnerTerms: [],
  escalation: [],
  legalBasis: [],
}
