import { expect } from 'vitest'
import { foldEvents } from '../../src/fold.ts'
import { owedAt } from '../../src/owed-at.ts'
import { recordLine } from '../../src/record.ts'
import { addCounters, countersOf, noCounters, type RecordCounters } from '../../src/record-counters.ts'
import type { Deadline, EventData } from '../../src/ticket-state.ts'
import { expectedMiss, standsOf } from './expected-miss.ts'
import type { Lived, Lives, Year } from './simulate-year.ts'
import { SlowCalendar } from './slow-calendar.ts'
import { calendars, yearCommitment as commitment } from './year-commitment.ts'

const dayMillis = 86_400_000

export type Figures = {
  deadlines: number
  missed: number
  warned: number
  rematched: number
  remedies: number
}

/**
 * Every miss is on record once, at the instant that a second opinion computes and never early; every warning was
 * given once; ticket, remedies, sums owed and the record, made anew from the events, agree with what was stored.
 */
export function expectLived({ lived }: Lives, { from, to }: Pick<Year, 'from' | 'to'>): Figures {
  const [first, last] = [new Date(from.getTime() - 3 * dayMillis), new Date(to.getTime() + 60 * dayMillis)]
  const slow = new Map(
    Object.entries(calendars).map(([name, calendar]) => [name, new SlowCalendar(calendar, first, last)]),
  )
  const figures = { deadlines: 0, missed: 0, warned: 0, rematched: 0, remedies: 0 }
  let stored = noCounters
  let recomputed = noCounters
  for (const life of lived) {
    expectMisses(life, slow, to.getTime(), figures)
    expectWarnings(life, figures)
    const folded = foldEvents(life.events)
    expect(folded).toEqual(life.state)
    expectRemedies(life, to)
    figures.remedies += folded.remedies.length
    for (const { before, after } of life.record) {
      if (before) stored = addCounters(stored, countersOf(before, -1))
      if (after) stored = addCounters(stored, countersOf(after))
    }
    for (const deadline of folded.deadlines) {
      const line = recordLine(deadline, folded, commitment)
      if (line) recomputed = addCounters(recomputed, countersOf(line))
    }
  }
  expect(stored).toEqual<RecordCounters>(recomputed)
  return figures
}

const ofType = <T extends EventData['type']>({ events }: Lived, type: T) =>
  events.flatMap(({ sequence, at, data }) =>
    data.type === type ? [{ sequence, at, data: data as Extract<EventData, { type: T }> }] : [],
  )

function expectMisses(
  life: Lived,
  slow: ReadonlyMap<string, SlowCalendar>,
  now: number,
  figures: Figures,
): void {
  const stands = standsOf(life.events)
  const missed = ofType(life, 'deadline_missed')
  const rematched = ofType(life, 'deadline_rematched')
  figures.rematched += rematched.length
  // Of a closed one nothing is computed any more.
  const until = life.state.ticket.closedAt?.getTime() ?? now
  for (const deadline of life.state.deadlines) {
    const calendar = slow.get(deadline.calendar)
    if (!calendar) throw new Error(`There is no calendar ${deadline.calendar}`)
    const expected = expectedMiss(deadline, stands, { calendar, now: until })
    const found = missed.filter(({ data }) => data.number === deadline.number)
    expect([deadline, found.map(({ data }) => data.dueAt.getTime())]).toEqual([
      deadline,
      expected === undefined ? [] : [expected],
    ])
    for (const { at, data } of found) expect(at.getTime()).toBeGreaterThan(data.dueAt.getTime())
    // What had been missed under one pledge never came under another.
    for (const { sequence } of rematched.filter(({ data }) => data.number === deadline.number)) {
      expect(found.every((miss) => miss.sequence > sequence)).toBe(true)
    }
    figures.deadlines += 1
    figures.missed += found.length
  }
}

function expectWarnings(life: Lived, figures: Figures): void {
  const warned = ofType(life, 'deadline_warned')
  const told = life.notices.filter(({ kind }) => kind === 'warning')
  expect(told).toHaveLength(warned.length)
  figures.warned += warned.length
  for (const deadline of life.state.deadlines) {
    // By their order in the history: a clock that jumped back tells another time.
    const since = ofType(life, 'deadline_rematched').findLast(
      ({ data }) => data.number === deadline.number,
    )?.sequence
    const own = warned.filter(
      ({ sequence, data }) => data.number === deadline.number && (!since || sequence > since),
    )
    expect(own.map(({ data }) => data.atPercent)).toEqual(warningsGiven(deadline))
    for (const { at } of own) expect(at.getTime()).toBeLessThanOrEqual(deadline.dueAt.getTime())
  }
}

const warningsGiven = ({ warnings = [], warned }: Deadline) =>
  warnings.slice(0, warned).map(({ atPercent }) => atPercent)

function expectRemedies({ state, events }: Lived, now: Date): void {
  const owing = state.deadlines.filter(({ missedAt, remedy }) => missedAt && remedy)
  const numbers = (list: readonly number[]) => [...list].sort((a, b) => a - b)
  expect(numbers(state.remedies.map(({ deadlineNumber }) => deadlineNumber))).toEqual(
    owing.map(({ number }) => number),
  )
  const folded = foldEvents(events)
  for (const [place, remedy] of state.remedies.entries()) {
    const again = folded.remedies[place]
    if (!again) throw new Error(`Remedy ${remedy.number} is not in the events`)
    expect(owedAt(again, folded, commitment, now)).toEqual(owedAt(remedy, state, commitment, now))
  }
}
