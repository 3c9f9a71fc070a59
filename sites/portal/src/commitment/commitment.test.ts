import type { CommitmentView } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { standingOf } from './in-force.ts'
import { inScript, jsonLd } from './json-ld.ts'
import { listDates } from './list-dates.ts'
import { numberSections, pledgeNumbers } from './number-sections.ts'
import { shownIn } from './shown.ts'

const view: CommitmentView = {
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

describe('a commitment on paper', () => {
  it('numbers only the parts that it has, and each pledge by its place', () => {
    expect(numberSections(view.document)).toEqual({ pledges: 1, exclusions: 2, escalation: 3 })
    expect([...pledgeNumbers(view.document)]).toEqual([
      ['first', '1.1'],
      ['second', '1.2'],
    ])
  })

  it('says whether it is the version that holds now', () => {
    const now = new Date('2026-11-23T00:00:00Z')
    const [first, second, third] = view.versions
    expect(standingOf({ ...view, ...second }, now)).toBe('in_force')
    expect(standingOf({ ...view, ...first }, now)).toBe('superseded')
    expect(standingOf({ ...view, ...third }, now)).toBe('not_yet')
  })

  it('tells days off in a row together', () => {
    const dates = { '2026-09-02': [], '2026-09-01': [], '2026-09-03': ['08:00-12:00'], '2027-01-01': [] }
    expect(listDates(dates)).toEqual([
      { from: '2026-09-01', to: '2026-09-02', windows: [] },
      { from: '2026-09-03', to: '2026-09-03', windows: ['08:00-12:00'] },
      { from: '2027-01-01', to: '2027-01-01', windows: [] },
    ])
  })
})

describe('a commitment for machines', () => {
  const shown = shownIn('vi', 'https://camket.example', 'https://camket.example/minh-an')
  const json = JSON.parse(JSON.stringify(jsonLd(view, shown)))

  it('has an address for each pledge and the hours in which people answer', () => {
    expect(json.hasPart[0]).toEqual({
      '@type': 'camket:Pledge',
      '@id': 'https://camket.example/minh-an#first',
      name: 'Trả lời mọi yêu cầu trong 4 giờ làm việc',
      'camket:milestone': 'first_reply',
      'camket:within': '4 working_hour',
    })
    expect(json.publisher.contactPoint[0].hoursAvailable).toEqual([
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Tuesday'],
        opens: '08:00',
        closes: '12:00',
      },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Tuesday'], opens: '13:00', closes: '23:59' },
    ])
  })

  it('cannot break out of the element that holds it', () => {
    expect(inScript(json)).not.toContain('<')
    expect(JSON.parse(inScript(json)).publisher.name).toBe('Minh An </script><b>')
  })
})
