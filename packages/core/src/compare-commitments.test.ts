import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import type { Commitment } from './commitment.ts'
import { compareCommitments, compareLists } from './compare-commitments.ts'

const changesOf = (rows: readonly { id: string; change: string }[]) =>
  rows.map(({ id, change }) => [id, change])
const change = (change: Partial<Commitment>) =>
  compareCommitments(exampleCommitment, { ...exampleCommitment, ...change })

describe('two versions of a commitment', () => {
  it('are the same where nothing changed, in whatever order members are written', () => {
    const turned = JSON.parse(JSON.stringify(exampleCommitment), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Commitment
    const found = Object.values(compareCommitments(exampleCommitment, turned)).flat()
    expect(found.length).toBeGreaterThan(8)
    expect(new Set(found.map((row) => row.change))).toEqual(new Set(['same']))
  })

  it('match their clauses by id, and tell the changed, the added and the removed', () => {
    const [first] = exampleCommitment.pledges
    if (!first) throw new Error('The example has pledges')
    const slower = { ...first, within: { amount: 9, unit: 'working_day' } as const }
    const { pledges } = change({ pledges: [slower, { ...first, id: 'brand-new' }] })
    expect(pledges.find(({ id }) => id === first.id)).toEqual({
      id: first.id,
      change: 'changed',
      before: first,
      after: slower,
    })
    expect(pledges.find(({ id }) => id === 'brand-new')?.change).toBe('added')
    const left = exampleCommitment.pledges.slice(1).map(({ id }) => [id, 'removed'])
    expect(changesOf(pledges)).toEqual(expect.arrayContaining(left))
  })

  it('differ in their hours and days off, each calendar by its name', () => {
    const [[name, calendar] = []] = Object.entries(exampleCommitment.calendars)
    if (!name || !calendar) throw new Error('The example has a calendar')
    const { calendars } = change({
      calendars: { ...exampleCommitment.calendars, [name]: { ...calendar, dates: { '2027-01-04': [] } } },
    })
    expect(calendars.find(({ id }) => id === name)).toMatchObject({ change: 'changed', before: calendar })
  })

  it('differ in parts that only one of them has', () => {
    const warranties = [{ id: 'all', goods: { vi: 'Mọi hàng', en: 'All goods' }, months: 12 }]
    expect(changesOf(change({ warranties }).warranties)).toEqual([['all', 'added']])
  })
})

describe('two lists', () => {
  const compare = (before: string, after: string) =>
    changesOf(compareLists([...before], [...after], (letter) => letter)).map(
      ([id, change]) => `${change === 'added' ? '+' : change === 'removed' ? '-' : ''}${id}`,
    )

  it('are told in the order of the later one, with what is gone where it stood', () => {
    expect(compare('abcd', 'abcd')).toEqual(['a', 'b', 'c', 'd'])
    expect(compare('abcd', 'acd')).toEqual(['a', '-b', 'c', 'd'])
    expect(compare('abcd', 'cd')).toEqual(['-a', '-b', 'c', 'd'])
    expect(compare('abcd', 'abxd')).toEqual(['a', 'b', '-c', 'x', 'd'].map((id) => (id === 'x' ? '+x' : id)))
    expect(compare('abc', 'cab')).toEqual(['c', 'a', 'b'])
    expect(compare('', 'a')).toEqual(['+a'])
  })
})
