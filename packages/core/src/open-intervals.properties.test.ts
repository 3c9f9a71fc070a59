import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, instants } from '../test/calendars.ts'
import { readsOpen } from '../test/wall-clock.ts'
import { isOpen, openIntervals, openMillisBetween } from './open-intervals.ts'

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

describe('open time', () => {
  it('is where the local wall clock reads a time within a window, as Intl reads it', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, at) => {
        expect(isOpen(calendar, at)).toBe(readsOpen(calendar, at))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is listed in order, without touching, open within and closed on both sides, and adds up', () => {
    fc.assert(
      fc.property(calendars, instants, fc.nat(30_000), (calendar, from, minutes) => {
        const to = later(from, minutes)
        const list = openIntervals(calendar, from, to)
        const ends = list.flatMap((span) => [span.from.getTime(), span.to.getTime()])
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b))
        for (const span of list) {
          const justBefore = new Date(span.from.getTime() - 1)
          expect(isOpen(calendar, span.from)).toBe(true)
          expect(isOpen(calendar, new Date(span.to.getTime() - 1))).toBe(true)
          expect(isOpen(calendar, justBefore)).toBe(
            span.from.getTime() === from.getTime() && isOpen(calendar, justBefore),
          )
          if (span.to < to) expect(isOpen(calendar, span.to)).toBe(false)
        }
        const sum = list.reduce((total, span) => total + span.to.getTime() - span.from.getTime(), 0)
        expect(openMillisBetween(calendar, from, to)).toBe(sum)
      }),
      { numRuns: 200 },
    )
  })
})
