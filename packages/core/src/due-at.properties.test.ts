import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, durations, instants, pausesAfter } from '../test/calendars.ts'
import { slowDueAt } from '../test/slow-due-at.ts'
import { readsOpen } from '../test/wall-clock.ts'
import { type Calendar, CalendarError, weekdays } from './calendar.ts'
import { dueAt, timeLeft } from './due-at.ts'
import { checkDuration, durationUnits } from './duration.ts'
import { openMillisBetween } from './open-intervals.ts'

const minute = 60_000
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)
const startsWithPauses = instants.chain((start) => fc.tuple(fc.constant(start), pausesAfter(start)))

describe('a due instant', () => {
  it('is never before the start, and pauses never bring it forward', () => {
    fc.assert(
      fc.property(startsWithPauses, durations, calendars, ([start, pauses], within, calendar) => {
        const unpaused = dueAt(start, within, calendar)
        expect(unpaused.getTime()).toBeGreaterThan(start.getTime())
        expect(dueAt(start, within, calendar, pauses).getTime()).toBeGreaterThanOrEqual(unpaused.getTime())
      }),
      { numRuns: 300 },
    )
  })

  it('is never earlier for a later start', () => {
    fc.assert(
      fc.property(instants, fc.nat(50_000), durations, calendars, (start, minutes, within, calendar) => {
        // Pauses come after both starts: a pause that holds one of them would give it less time to stand still.
        const second = later(start, minutes)
        const pauses = [{ from: later(second, 90), to: later(second, 3_000) }]
        expect(dueAt(start, within, calendar, pauses).getTime()).toBeLessThanOrEqual(
          dueAt(second, within, calendar, pauses).getTime(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is later for a larger amount; of overlapping windows, two working days may close together', () => {
    fc.assert(
      fc.property(
        startsWithPauses,
        durations,
        fc.integer({ min: 1, max: 5 }),
        calendars,
        ([start, pauses], within, more, calendar) => {
          const longer = { ...within, amount: within.amount + more }
          const due = dueAt(start, within, calendar, pauses)
          const dueLonger = dueAt(start, longer, calendar, pauses)
          expect(dueLonger.getTime()).toBeGreaterThanOrEqual(due.getTime())
          if (within.unit !== 'working_day') expect(dueLonger).not.toEqual(due)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the same when a pause is split in two adjoining ones, doubled, or listed in another order', () => {
    fc.assert(
      fc.property(
        startsWithPauses,
        durations,
        calendars,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, within, calendar, part) => {
          const [start, pauses] = drawn
          const split = pauses.flatMap(({ from, to = from }) => {
            const middle = new Date(Math.round(from.getTime() + (to.getTime() - from.getTime()) * part))
            return [
              { from: middle, to },
              { from, to: middle },
            ]
          })
          const due = dueAt(start, within, calendar, pauses)
          expect(dueAt(start, within, calendar, split)).toEqual(due)
          expect(dueAt(start, within, calendar, [...pauses, ...pauses.toReversed()])).toEqual(due)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('moves by exactly the paused time, in the measure of its unit', () => {
    fc.assert(
      fc.property(startsWithPauses, durations, calendars, ([start, pauses], within, calendar) => {
        const unpaused = dueAt(start, within, calendar)
        const due = dueAt(start, within, calendar, pauses)
        const runs = (from: Date, to: Date) =>
          within.unit.startsWith('working_')
            ? openMillisBetween(calendar, from, to)
            : to.getTime() - from.getTime()
        const stood = mergedPauses(pauses).map(({ from, to }) =>
          from < due ? runs(from, new Date(Math.min(to.getTime(), due.getTime()))) : 0,
        )
        const total = stood.reduce((sum, millis) => sum + millis, 0)
        expect(runs(start, due) - total).toBe(runs(start, unpaused))
      }),
      { numRuns: 200 },
    )
  })

  it('of working minutes is where counting the open minutes one by one on the wall clock ends', () => {
    const wholeMinutes = instants.map((at) => new Date(Math.floor(at.getTime() / minute) * minute))
    const draws = wholeMinutes.chain((start) => fc.tuple(fc.constant(start), pausesAfter(start)))
    fc.assert(
      fc.property(draws, fc.integer({ min: 1, max: 500 }), calendars, ([start, pauses], amount, calendar) => {
        let at = start
        let left = amount
        for (let steps = 0; left > 0; steps++) {
          fc.pre(steps < 60_000)
          const paused = pauses.some(({ from, to }) => from <= at && to !== undefined && at < to)
          if (!paused && readsOpen(calendar, at)) left -= 1
          at = later(at, 1)
        }
        expect(dueAt(start, { amount, unit: 'working_minute' }, calendar, pauses)).toEqual(at)
      }),
      { numRuns: 30 },
    )
  })

  it.each(['working_day', 'calendar_day', 'month'] as const)(
    'of a %s is where reading the wall clock every five minutes finds it',
    (unit) => {
      fc.assert(
        fc.property(instants, fc.integer({ min: 1, max: 4 }), calendars, (start, amount, calendar) => {
          expect(dueAt(start, { amount, unit }, calendar)).toEqual(
            slowDueAt(start, { amount, unit }, calendar),
          )
        }),
        { numRuns: 30 },
      )
    },
  )

  it('always comes or is refused, whatever the calendar, the amount and the pauses', () => {
    const wild = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    const wildPauses = fc.array(fc.record({ from: wild, to: wild }), { maxLength: 4 })
    const anyAmount = fc.oneof(fc.integer(), fc.nat(3_000), fc.double())
    fc.assert(
      fc.property(
        wild,
        anyAmount,
        fc.constantFrom(...durationUnits),
        calendars,
        wildPauses,
        (start, amount, unit, calendar, pauses) => {
          const closed: Calendar = { ...calendar, week: {} }
          for (const candidate of [calendar, closed]) {
            try {
              expect(dueAt(start, { amount, unit }, candidate, pauses).getTime()).toBeGreaterThanOrEqual(
                start.getTime(),
              )
            } catch (error) {
              const code = error instanceof Error && 'code' in error ? error.code : error
              if (checkDuration({ amount, unit }).length > 0) expect(code).toBe('duration_amount_invalid')
              else expect(code).toBeOneOf(['calendar_never_open', 'calendar_span_too_long'])
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the time left', () => {
  it('is all at the start, none from the due instant on, and none too little just before it', () => {
    fc.assert(
      fc.property(startsWithPauses, durations, calendars, ([start, pauses], within, calendar) => {
        const due = dueAt(start, within, calendar, pauses)
        const left = (at: Date) => timeLeft(start, within, calendar, pauses, at)
        expect(left(due).millis).toBe(0)
        expect(left(later(due, 10_000)).millis).toBe(0)
        expect(left(new Date(due.getTime() - 1)).millis).toBe(1)
        expect(left(start)).toEqual(timeLeft(start, within, calendar, [], start))
        expect(left(start).measure).toBe(within.unit.startsWith('working_') ? 'open' : 'real')
      }),
      { numRuns: 200 },
    )
  })
})

describe('a calendar that never opens', () => {
  it('is refused for every start and every unit of open time', () => {
    const closedWeek = Object.fromEntries(weekdays.map((weekday) => [weekday, []]))
    fc.assert(
      fc.property(
        instants,
        calendars,
        fc.constantFrom('working_minute', 'working_hour', 'working_day'),
        (start, { timeZone }, unit) => {
          expect(() => dueAt(start, { amount: 1, unit }, { timeZone, week: closedWeek })).toThrow(
            CalendarError,
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})

function mergedPauses(pauses: readonly { from: Date; to?: Date | undefined }[]): { from: Date; to: Date }[] {
  const merged: { from: Date; to: Date }[] = []
  for (const { from, to = from } of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = new Date(Math.max(to.getTime(), last.to.getTime()))
    else merged.push({ from, to })
  }
  return merged
}
