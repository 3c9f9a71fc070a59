import { describe, expect, it } from 'vitest'
import { exampleView as view } from '../testing/example-view.ts'
import { standingOf } from './in-force.ts'
import { listDates } from './list-dates.ts'
import { numberSections, pledgeNumbers } from './number-sections.ts'

describe('a commitment on paper', () => {
  it('numbers only the parts that it has, and each pledge by its place', () => {
    expect(numberSections(view.document)).toEqual({ pledges: 1, exclusions: 2, escalation: 3 })
    const returns = { id: 'a', goods: { vi: 'Hàng' }, days: 7, gives: ['money' as const] }
    const terms = { ...returns, wayBackPaidBy: 'customer' as const, countries: ['VN'] }
    expect(numberSections({ ...view.document, returns: [terms] })).toMatchObject({ terms: 2, exclusions: 3 })
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
