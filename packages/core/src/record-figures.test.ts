import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordLine } from './record.ts'
import { addCounters, countersOf, noCounters } from './record-counters.ts'
import { figuresOf, smallGroups } from './record-figures.ts'
import { minutesShown } from './record-minutes.ts'
import { isWhole, monthAfter, windowOf } from './record-window.ts'

const line = (outcome: RecordLine['outcome'], more: Partial<RecordLine> = {}): RecordLine => ({
  day: '2026-11-23',
  pledge: 'first-reply',
  milestone: 'first_reply',
  outcome,
  ...more,
})
const figures = (lines: readonly RecordLine[]) =>
  figuresOf(lines.map((one) => countersOf(one)).reduce(addCounters, noCounters))

describe('figures', () => {
  it('count what was excluded neither as due nor as kept, and what was late as missed', () => {
    const vnd = { amount: 50_000, currency: 'VND' }
    expect(
      figures([
        line('kept', { minutes: 60 }),
        line('kept', { minutes: 120 }),
        line('late', { minutes: 480, remedy: { state: 'settled', amount: vnd } }),
        line('missed', { remedy: { state: 'owed' } }),
        line('excluded'),
      ]),
    ).toEqual({
      due: 4,
      kept: 2,
      missed: 2,
      late: 1,
      excluded: 1,
      keptRate: 0.5,
      medianMinutes: 120,
      p90Minutes: null,
      remedies: { owed: 2, settled: 1, waived: 0, expired: 0, amounts: [vnd] },
    })
  })

  it('of nothing are no rate and no time', () => {
    expect(figures([])).toMatchObject({ due: 0, keptRate: null, medianMinutes: null, p90Minutes: null })
  })

  it('say within how long half and nine of ten were done, what was never done being the longest', () => {
    const kept = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((minutes) => line('kept', { minutes }))
    expect(figures([...kept, line('missed')])).toMatchObject({ medianMinutes: 50, p90Minutes: 90 })
    expect(figures([...kept, line('missed'), line('missed')])).toMatchObject({ p90Minutes: null })
  })

  it('are the same after a line is counted and taken back', () => {
    const before = countersOf(line('kept', { minutes: 60 }))
    const late = line('late', {
      minutes: 90,
      remedy: { state: 'settled', amount: { amount: 5, currency: 'VND' } },
    })
    expect(addCounters(addCounters(before, countersOf(late)), countersOf(late, -1))).toEqual(before)
  })
})

describe('a time in the record', () => {
  it('is never less than it was, and at most a tenth or a minute more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * 366 * 86_400_000 }), (millis) => {
        const exact = millis / 60_000
        const shown = minutesShown(millis)
        expect(shown).toBeGreaterThanOrEqual(exact)
        expect(shown).toBeLessThanOrEqual(Math.max(exact * 1.1, exact + 2))
        expect(minutesShown(shown * 60_000)).toBe(shown)
      }),
    )
  })

  it.each([1, 2, 4, 8, 16])('of exactly %i h is that, so that a pledge kept shows as kept', (hours) => {
    expect(minutesShown(hours * 3_600_000)).toBe(hours * 60)
    expect(minutesShown(hours * 3_600_000 + 1)).toBeGreaterThan(hours * 60)
  })
})

describe('small groups', () => {
  const group = (name: string, due: number, excluded = 0) => ({ name, due, excluded })

  it('are those of which less than five fell due, but not those of which nothing did', () => {
    const groups = [group('a', 200), group('b', 4), group('c', 3), group('d', 5), group('e', 0)]
    expect([...smallGroups(groups)]).toEqual([
      ['b', 'unnamed'],
      ['c', 'unnamed'],
    ])
  })

  it('are withheld while what the others leave of the whole would give them away', () => {
    expect([...smallGroups([group('a', 200), group('b', 4)])]).toEqual([['b', 'withheld']])
    expect([...smallGroups([group('a', 200), group('b', 0, 9)])]).toEqual([['b', 'withheld']])
  })

  it('never show a group below five, nor leave a rest below five, nor withhold more than four', () => {
    const due = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(due, (dues) => {
        const groups = dues.map((count, index) => group(String(index), count))
        const hiding = smallGroups(groups)
        const dueOf = (how: 'unnamed' | 'withheld' | undefined) =>
          groups.filter(({ name }) => hiding.get(name) === how).reduce((sum, one) => sum + one.due, 0)
        expect(groups.every(({ name, due: count }) => hiding.has(name) || count === 0 || count >= 5)).toBe(
          true,
        )
        expect(dueOf('unnamed') === 0 || dueOf('unnamed') >= 5).toBe(true)
        expect(dueOf('withheld')).toBeLessThan(5)
      }),
    )
  })
})

describe('a window', () => {
  it('ends today and holds so many days', () => {
    expect(windowOf(30, '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' })
    expect(windowOf(365, '2026-11-26')).toEqual({ from: '2025-11-27', to: '2026-11-26' })
  })

  it('holds a month as a whole only with its first and its last day', () => {
    const window = { from: '2026-01-31', to: '2026-03-31' }
    expect(['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => isWhole(month, window))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(monthAfter('2026-01', -2)).toBe('2025-11')
  })
})
