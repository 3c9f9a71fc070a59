import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { monday } from '../test/example-ticket.ts'
import { commitment, filings, lives, paced } from '../test/ticket-acts.ts'
import { foldEvents } from './fold.ts'
import { type RecordLine, recordLine } from './record.ts'
import { addCounters, countersOf, noCounters } from './record-counters.ts'

it('the sum of what every change does is what the history says at its end, whatever was done', () => {
  fc.assert(
    fc.property(filings, lives, (filing, life) => {
      const lines = new Map<number, RecordLine>()
      let counters = noCounters
      let { after: state } = filing
      let events = filing.events
      let now = monday
      for (const { pace, step } of life) {
        now = paced(pace, state, now)
        const result = step.perform(state, now, events)
        if (!result || !('events' in result)) continue
        state = result.after
        events = [...events, ...result.events]
        for (const { number, before, after } of result.record) {
          expect(lines.get(number)).toEqual(before)
          lines.delete(number)
          if (after) lines.set(number, after)
          if (before) counters = addCounters(counters, countersOf(before, -1))
          if (after) counters = addCounters(counters, countersOf(after))
        }
      }
      const folded = foldEvents(events)
      const expected = folded.deadlines.flatMap((deadline) => recordLine(deadline, folded, commitment) ?? [])
      expect([...lines].sort(([a], [b]) => a - b).map(([, line]) => line)).toEqual(expected)
      expect(counters).toEqual(expected.map((line) => countersOf(line)).reduce(addCounters, noCounters))
    }),
    { numRuns: 300 },
  )
})
