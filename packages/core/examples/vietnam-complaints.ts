import { schemeAsCommitment } from './scheme.ts'

const shift = ['08:00-12:00', '13:30-17:30']

/** A complaint is taken up within 7 working days. Nothing is paid; a consumer who gets no answer goes to the authority. */
export const vietnamComplaints = schemeAsCommitment({
  title: 'Complaints of consumers',
  currency: 'VND',
  calendars: {
    office: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift },
      dates: {},
    },
  },
  pledges: [
    {
      id: 'complaint',
      for: { kinds: ['complaint'], customerTypes: ['consumer'] },
      milestone: 'first_reply',
      within: { amount: 7, unit: 'working_day' },
      calendar: 'office',
      warnings: [{ atPercent: 80, to: 'lead' }],
    },
  ],
  worstCases: [
    {
      id: 'no-answer',
      title: { en: 'No answer, or a refusal without good reason' },
      text: {
        en: 'You may ask the authority for the protection of consumers, or a social organization, to support the negotiation.',
      },
    },
  ],
  escalation: [
    {
      name: 'Ủy ban Cạnh tranh Quốc gia',
      role: { en: 'National Competition Commission: consumer hotline' },
      phone: '1800 6838',
    },
  ],
  source: {
    id: 'consumer-law',
    text: { en: 'Law on the Protection of Consumer Rights, 19/2023/QH15, Articles 56(3) and 57(2)' },
  },
})
