import type { Commitment, Remedy } from '../src/commitment.ts'

const shift = ['08:00-12:00', '13:30-17:30']

const vnd = (amount: number) => ({ amount, currency: 'VND' })

export const lateReplyRemedy: Remedy = {
  choice: [
    { type: 'voucher', value: vnd(50_000) },
    { type: 'money', value: vnd(30_000) },
  ],
  accrual: { type: 'once' },
  settlement: { type: 'automatic', payWithin: { amount: 7, unit: 'working_day' } },
}

const lateResolutionRemedy: Remedy = {
  choice: [{ type: 'money', value: vnd(200_000) }],
  accrual: { type: 'once' },
  settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'calendar_day' } },
}

const both = (vi: string, en: string) => ({ vi, en })

/** A shop's commitment with each milestone, every unit family, and pledges that compete for a request. */
export const exampleCommitment: Commitment = {
  title: both('Cam kết dịch vụ', 'Service commitment'),
  summary: both('Quý khách trông đợi được gì.', 'What you may count on.'),
  languages: ['vi', 'en'],
  currency: 'VND',
  calendars: {
    office: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: ['08:00-12:00'], sun: [] },
      dates: { '2027-01-01': [] },
    },
  },
  qualityStatements: [{ id: 'genuine', text: both('Hàng chính hãng.', 'Genuine goods.') }],
  pledges: [
    {
      id: 'first-reply',
      for: {},
      milestone: 'first_reply',
      within: { amount: 1, unit: 'working_day' },
      calendar: 'office',
    },
    {
      id: 'warranty-first-reply',
      for: { kinds: ['warranty'] },
      moreSpecificThan: ['first-reply'],
      milestone: 'first_reply',
      within: { amount: 4, unit: 'working_hour' },
      calendar: 'office',
      remedy: lateReplyRemedy,
    },
    {
      id: 'urgent-warranty-first-reply',
      for: { kinds: ['warranty'], priorities: ['urgent'] },
      moreSpecificThan: ['warranty-first-reply'],
      milestone: 'first_reply',
      within: { amount: 1, unit: 'hour' },
      calendar: 'office',
      remedy: lateReplyRemedy,
    },
    {
      id: 'next-reply',
      for: {},
      milestone: 'next_reply',
      within: { amount: 8, unit: 'working_hour' },
      calendar: 'office',
      remedy: lateReplyRemedy,
    },
    {
      id: 'warranty-resolution',
      for: { kinds: ['warranty'] },
      milestone: 'resolution',
      within: { amount: 7, unit: 'working_day' },
      calendar: 'office',
      remedy: lateResolutionRemedy,
    },
    {
      id: 'complaint-resolution',
      for: { kinds: ['complaint', 'callback'] },
      milestone: 'resolution',
      within: { amount: 10, unit: 'calendar_day' },
      calendar: 'office',
    },
    {
      id: 'callback-made',
      for: { kinds: ['callback'] },
      milestone: 'callback_made',
      within: { amount: 30, unit: 'minute' },
      calendar: 'office',
      remedy: lateReplyRemedy,
    },
  ],
  worstCases: [{ id: 'broken', title: both('Giao vỡ', 'Broken'), text: both('Đổi mới.', 'Replaced.') }],
  exclusions: [
    { code: 'misuse', text: both('Dùng sai.', 'Misuse.'), burdenOfProof: 'merchant', evidenceNeeded: true },
    { code: 'worn', text: both('Hao mòn.', 'Wear.'), burdenOfProof: 'merchant', evidenceNeeded: false },
  ],
  partnerTerms: [{ id: 'partners', text: both('Đại lý.', 'Dealers.') }],
  escalation: [{ name: 'Lê Thu', role: both('Trưởng phòng', 'Head of service'), email: 'thu@example.com' }],
  legalBasis: [{ id: 'law', text: both('Luật 19/2023/QH15', 'Law 19/2023/QH15') }],
}
