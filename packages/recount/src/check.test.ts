import {
  addCounters,
  countersOf,
  figuresOf as figuresInCore,
  noCounters,
  type RecordOutcome,
  type RemedyState,
  recordOutcomes,
} from '@camket/core'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check.mjs'
import { figuresOf } from './figures-of.mjs'
import type { Line, Published, PublishedRecord } from './published.d.ts'

const line = (number: number, more: Partial<Line> = {}): Line => ({
  handle: String(number).padStart(20, '0'),
  day: '2026-11-23',
  pledge: 'first-reply',
  milestone: 'first_reply',
  outcome: 'kept',
  minutes: 60,
  remedy: null,
  ...more,
})
const vnd = { amount: 50_000, currency: 'VND' }
const lines = [
  ...Array.from({ length: 8 }, (_, index) => line(index)),
  line(8, { outcome: 'late', minutes: 480, remedy: { state: 'settled', amount: vnd } }),
  line(9, { outcome: 'missed', minutes: null, remedy: { state: 'owed', amount: null } }),
  line(10, { outcome: 'excluded', minutes: null }),
]

/** What an honest Camket publishes of these lines. */
function publishedOf(honest: Line[]): Published {
  const part = (inside: Line[]) => ({
    total: figuresOf(inside, false),
    settlements: figuresOf([], false),
    pledges: [{ pledge: 'first-reply', milestone: 'first_reply', figures: figuresOf(inside, true) }],
  })
  const record = (days: number, from: string): PublishedRecord => ({
    days,
    from,
    to: '2026-11-25',
    hiddenUnder: 5,
    ...part(honest),
    months: [
      { month: '2026-10', ...part([]), pledges: [] },
      { month: '2026-11', ...part(honest) },
    ],
  })
  return {
    origin: 'https://camket.example',
    merchant: 'minh-an',
    records: [record(30, '2026-10-27'), record(90, '2026-08-28'), record(365, '2025-11-26')],
    lines: honest,
  }
}

const differencesOf = (change: (published: Published) => void) => {
  const published = structuredClone(publishedOf(lines))
  change(published)
  return check(published).differences
}

describe('a recount', () => {
  it('agrees with what is honest', () => {
    expect(check(publishedOf(lines))).toMatchObject({ agrees: true, differences: [], lines: 11 })
  })

  it('tells which figure was made better, in which window', () => {
    const found = differencesOf(({ records }) => {
      const figures = records[1]?.pledges[0]?.figures
      if (figures) Object.assign(figures, { kept: 9, missed: 1, keptRate: 0.9 })
    })
    expect(found).toEqual([
      { where: '90 days', what: 'first-reply, first_reply: kept', published: 9, recounted: 8 },
      { where: '90 days', what: 'first-reply, first_reply: missed', published: 1, recounted: 2 },
      { where: '90 days', what: 'first-reply, first_reply: keptRate', published: 0.9, recounted: 0.8 },
    ])
  })

  it.each<[string, (published: Published) => void]>([
    ['a miss taken off the list', ({ lines: all }) => void all.splice(9, 1)],
    ['a line listed twice', ({ lines: all }) => void all.push(line(0))],
    [
      'a miss called excluded',
      ({ lines: all }) => void all.splice(9, 1, line(9, { outcome: 'excluded', minutes: null })),
    ],
    [
      'a line moved to another month',
      ({ lines: all }) => void all.splice(0, 1, line(0, { day: '2026-10-30' })),
    ],
    [
      'a shorter time',
      ({ lines: all }) =>
        void all.splice(8, 1, { ...line(8), outcome: 'late', remedy: all[8]?.remedy ?? null }),
    ],
    ['a remedy that was not settled', ({ records }) => void records[0]?.total?.remedies.amounts.pop()],
    ['a pledge left out', ({ records }) => void records[2]?.pledges.pop()],
    [
      'a pledge hidden though it is large',
      ({ records }) => void Object.assign(records[0]?.pledges[0] ?? {}, { figures: null }),
    ],
    [
      'a window that is shorter than it says',
      ({ records }) => void Object.assign(records[0] ?? {}, { from: '2026-11-01' }),
    ],
    ['a kept line without a time', ({ lines: all }) => void all.splice(0, 1, line(0, { minutes: null }))],
    ['an outcome that there is not', ({ lines: all }) => void all.splice(0, 1, line(0, { outcome: 'fine' }))],
    [
      'fewer than five without a name',
      ({ lines: all }) => void all.splice(0, 1, line(0, { pledge: null, milestone: null })),
    ],
  ])('finds %s', (_name, change) => {
    expect(differencesOf(change)).not.toEqual([])
  })

  it('computes the same figures as the rules do, by another way', () => {
    const minutes = fc.integer({ min: 1, max: 5_000 })
    const remedy = fc.constantFrom(
      null,
      { state: 'settled', amount: vnd },
      { state: 'settled', amount: null },
      { state: 'waived', amount: null },
      { state: 'owed', amount: null },
    )
    const any = fc
      .record({ outcome: fc.constantFrom(...recordOutcomes), minutes, remedy })
      .map((some): Line => {
        const isDone = some.outcome === 'kept' || some.outcome === 'late'
        const isMissed = some.outcome === 'missed' || some.outcome === 'late'
        const { outcome } = some
        return {
          ...line(0),
          outcome,
          minutes: isDone ? some.minutes : null,
          remedy: isMissed ? some.remedy : null,
        }
      })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (some) => {
        const counters = some
          .map(({ outcome, minutes: time, remedy: owed }) =>
            countersOf({
              day: '2026-11-23',
              pledge: 'first-reply',
              milestone: 'first_reply',
              outcome: outcome as RecordOutcome,
              ...(time !== null && { minutes: time }),
              ...(owed && {
                remedy: { state: owed.state as RemedyState, ...(owed.amount && { amount: owed.amount }) },
              }),
            }),
          )
          .reduce(addCounters, noCounters)
        expect(figuresOf(some, true)).toEqual(figuresInCore(counters))
      }),
    )
  })
})
