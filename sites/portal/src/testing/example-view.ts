import type { CommitmentView } from '@camket/contracts'

/** A small commitment as the API gives it. */
export const exampleView: CommitmentView = {
  merchant: 'minh-an',
  merchantName: 'Minh An </script><b>',
  version: 2,
  effectiveFrom: '2026-11-01T00:00:00Z',
  publishedAt: '2026-10-20T00:00:00Z',
  fingerprint: 'ab',
  versions: [
    { version: 1, effectiveFrom: '2026-01-01T00:00:00Z' },
    { version: 2, effectiveFrom: '2026-11-01T00:00:00Z' },
    { version: 3, effectiveFrom: '2027-01-01T00:00:00Z' },
  ],
  document: {
    title: { vi: 'Cam kết' },
    summary: { vi: 'Tóm tắt' },
    languages: ['vi'],
    currency: 'VND',
    calendars: {
      shop: {
        timeZone: 'Asia/Ho_Chi_Minh',
        week: { mon: ['08:00-12:00'], tue: ['08:00-12:00', '13:00-24:00'] },
        dates: {},
      },
    },
    qualityStatements: [],
    pledges: [
      {
        id: 'first',
        for: {},
        milestone: 'first_reply',
        within: { amount: 4, unit: 'working_hour' },
        calendar: 'shop',
      },
      {
        id: 'second',
        for: {},
        milestone: 'resolution',
        within: { amount: 1, unit: 'month' },
        calendar: 'shop',
      },
    ],
    worstCases: [],
    exclusions: [
      { code: 'misuse', text: { vi: 'Dùng sai' }, burdenOfProof: 'merchant', evidenceNeeded: true },
    ],
    partnerTerms: [],
    escalation: [{ name: 'Hà', role: { vi: 'Trưởng phòng' }, phone: '+84 28 1' }],
    legalBasis: [],
  },
}
