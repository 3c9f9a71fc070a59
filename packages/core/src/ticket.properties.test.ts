import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monday } from '../test/example-ticket.ts'
import { commitment, filings, lives, paced } from '../test/ticket-acts.ts'
import { calendarNamed, isUnmet, stateAt } from './deadline.ts'
import { dueAt } from './due-at.ts'
import { eventFromJson, eventToJson } from './event-json.ts'
import { isSo } from './fact-condition.ts'
import { foldEvents } from './fold.ts'
import { matchPledges } from './pledge.ts'
import { recordMisses } from './record-misses.ts'
import type { Change, Deadline, Refusal, TicketEvent, TicketState } from './ticket-state.ts'

type Moment = {
  readonly now: Date
  readonly before: TicketState
  readonly result: Change | Refusal | undefined
  readonly after: TicketState
  /** All events until then. */
  readonly events: readonly TicketEvent[]
}

/** Checks something after every step of every life of a ticket, and at the end of it. */
function everyLife(check: (moment: Moment, past: readonly Moment[]) => void, numRuns = 300): void {
  fc.assert(
    fc.property(filings, lives, (filing, life) => {
      const past: Moment[] = []
      let state = filing.after
      let events = filing.events
      let now = monday
      for (const { pace, step } of life) {
        now = paced(pace, state, now)
        const before = state
        const result = step.perform(before, now, events)
        if (result && 'events' in result) {
          state = result.after
          events = [...events, ...result.events]
        }
        const moment = { now, before, result, after: state, events }
        check(moment, past)
        past.push(moment)
      }
    }),
    { numRuns },
  )
}

const numbered = (deadlines: readonly Deadline[], number: number) => {
  const deadline = deadlines[number - 1]
  if (!deadline) throw new Error(`No deadline ${number}`)
  return deadline
}

describe('whatever is done to a ticket, in any order and at any time', () => {
  it('it is the fold of all its events, also of those read back from storage', () => {
    everyLife(({ after, events }) => {
      expect(foldEvents(events)).toStrictEqual(after)
      const stored = events.map(({ data, ...event }) => ({
        ...event,
        data: eventFromJson(JSON.parse(JSON.stringify(eventToJson(data)))),
      }))
      expect(foldEvents(stored)).toStrictEqual(after)
    })
  })

  it('its events are numbered without a gap and never run back in time', () => {
    everyLife(({ after, events }) => {
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
      expect(after.sequence).toBe(events.length)
      for (const [index, { at }] of events.entries())
        expect(at >= (events[index - 1]?.at ?? monday)).toBe(true)
    })
  })

  it('a missed deadline stays missed', () => {
    everyLife(({ now, before, after }, past) => {
      for (const { number } of before.deadlines) {
        const wasMissed =
          stateAt(numbered(before.deadlines, number), now) === 'missed' ||
          past.some((moment) => {
            const then = moment.after.deadlines[number - 1]
            return then && stateAt(then, moment.now) === 'missed'
          })
        if (wasMissed) expect(stateAt(numbered(after.deadlines, number), now)).toBe('missed')
      }
    })
  })

  it('a kept deadline stays kept; only reopening takes up a resolution again', () => {
    everyLife(({ now, before, after }) => {
      for (const deadline of before.deadlines) {
        if (stateAt(deadline, now) !== 'kept') continue
        const reopened = before.ticket.status === 'resolved' && after.ticket.status === 'open'
        const isTakenUp = deadline.milestone === 'resolution' && reopened && !deadline.internal
        const isEnded = deadline.missedWhen && isSo(deadline.missedWhen, after.ticket.facts)
        const expected = isTakenUp ? (isEnded ? 'missed' : 'running') : 'kept'
        expect(stateAt(numbered(after.deadlines, deadline.number), now)).toBe(expected)
      }
    })
  })

  it('no first reply is ever paused or put off', () => {
    everyLife(({ before, after }) => {
      for (const deadline of after.deadlines) {
        if (deadline.milestone !== 'first_reply') continue
        expect(deadline.pauses).toEqual([])
        expect(deadline.pausedAt).toBeUndefined()
        const earlier = before.deadlines[deadline.number - 1]
        if (earlier?.pledge === deadline.pledge) expect(deadline.dueAt).toEqual(earlier.dueAt)
      }
    })
  })

  it('at most one reply is waited for', () => {
    everyLife(({ after }) => {
      const awaited = after.deadlines.filter(
        (deadline) => !deadline.internal && deadline.milestone.endsWith('_reply') && isUnmet(deadline),
      )
      expect(awaited.length).toBeLessThanOrEqual(1)
    })
  })

  it('clocks stand only while it waits, and none runs once it is resolved', () => {
    everyLife(({ now, after }) => {
      const { status } = after.ticket
      for (const deadline of after.deadlines) {
        const state = stateAt(deadline, now)
        expect(deadline.pausedAt !== undefined && status !== 'waiting').toBe(false)
        // What is owed is owed whatever becomes of the request.
        if (deadline.milestone === 'remedy_settled') continue
        if (status === 'waiting' && state === 'running' && deadline.milestone !== 'first_reply') {
          // Only one that had nothing left when the wait began.
          expect(deadline.dueAt).toEqual(now)
        }
        if (status === 'resolved' || status === 'closed') expect(['running', 'paused']).not.toContain(state)
      }
    })
  })

  it('each miss on record owes its remedy once, and a sweep leaves nothing to record', () => {
    everyLife(({ now, after }) => {
      const swept = recordMisses(after, commitment, now)?.after ?? after
      expect(recordMisses(swept, commitment, now)).toBeUndefined()
      const owing = swept.deadlines.filter(({ missedAt, remedy }) => missedAt && remedy)
      const byNumber = (a: number, b: number) => a - b
      expect(swept.remedies.map(({ deadlineNumber }) => deadlineNumber).sort(byNumber)).toEqual(
        owing.map(({ number }) => number),
      )
      for (const deadline of swept.deadlines) {
        const missed = stateAt(deadline, now) === 'missed'
        if (missed && deadline.missedWhen) expect(deadline.missedAt).toBeInstanceOf(Date)
        else expect(deadline.missedAt).toEqual(missed ? deadline.dueAt : undefined)
      }
    })
  })

  it('each due instant is what an outsider computes from when it waited or was resolved', () => {
    everyLife(({ now, after }, past) => {
      const statuses = [{ at: monday, status: 'new' }, ...past.map((moment) => statusOf(moment))]
      statuses.push({ at: now, status: after.ticket.status })
      for (const deadline of after.deadlines) expectDueAt(deadline, standing(deadline, statuses))
    })
  })

  it('its open deadlines are those of the pledges for its kind and priority as they are now', () => {
    everyLife(({ after, result }) => {
      if (!result || !('events' in result)) return
      if (!result.events.some(({ data }) => data.type === 'kind_set' || data.type === 'priority_set')) return
      const matched = matchPledges(commitment, after.ticket)
      for (const deadline of after.deadlines) {
        if (deadline.internal || deadline.milestone === 'remedy_settled' || deadline.missedAt) continue
        if (isUnmet(deadline)) expect(deadline.pledge).toBe(matched[deadline.milestone]?.id)
      }
      const hasOne = after.deadlines.some(
        (one) => one.milestone === 'resolution' && !one.internal && one.excluded?.reason !== 'rematched',
      )
      if (matched.resolution) expect(hasOne).toBe(true)
    })
  })

  it('its rating is the last one given, only once the work was done, and touches nothing else', () => {
    everyLife(({ before, result, after, events }) => {
      const rated = events.findLast(({ data }) => data.type === 'rated')
      const { type: _, ...said } = { type: '', ...rated?.data }
      expect(after.ticket.rating).toEqual(rated && { ...said, at: rated.at })
      if (!rated || !result || !('events' in result) || !result.events.includes(rated)) return
      expect(['resolved', 'closed']).toContain(before.ticket.status)
      expect({ ...after.ticket, rating: undefined }).toEqual({ ...before.ticket, rating: undefined })
      expect(after.deadlines).toEqual(
        recordMisses(before, commitment, rated.at)?.after.deadlines ?? before.deadlines,
      )
    })
  })

  it('a refusal changes nothing', () => {
    everyLife(({ before, result, after }) => {
      if (result && 'refused' in result) expect(after).toBe(before)
      else if (result) expect(result.before).toBe(before)
    })
  })
})

type StatusSince = { readonly at: Date; readonly status: string }

const statusOf = ({ now, after }: Moment): StatusSince => ({ at: now, status: after.ticket.status })

/** The spans in which a deadline's clock stood, told only from the statuses that everybody could see. */
function standing({ milestone, startedAt, excluded }: Deadline, statuses: readonly StatusSince[]) {
  if (milestone === 'first_reply' || milestone === 'remedy_settled') return []
  const standsWhile =
    milestone === 'resolution' || milestone === 'callback_made' ? ['waiting', 'resolved'] : ['waiting']
  return statuses.flatMap(({ at, status }, index) => {
    const to = statuses[index + 1]?.at
    const stands = standsWhile.includes(status)
    return to && stands && to >= startedAt && !excluded ? [{ from: at, to }] : []
  })
}

/** Compares, leaving out what happened after the milestone was reached or missed. */
function expectDueAt(deadline: Deadline, spans: readonly { from: Date; to: Date }[]): void {
  if (deadline.excluded) return
  const { missedAt, missedWhen } = deadline
  // A number ended it while it might have been put off still.
  if (missedAt && missedWhen) return
  const end = deadline.metAt ?? deadline.pausedAt
  const pauses = spans.filter(({ from }) => !end || from < end)
  const calendar = calendarNamed(deadline.calendar, commitment)
  const computed = dueAt(deadline.startedAt, deadline.within, calendar, pauses)
  // A clock that was stopped on its last instant is due as soon as it is taken up again; it was not stopped if only a
  // pledge that applied later makes that instant its last.
  const stoppedWithNothingLeft = deadline.pauses.filter(({ from }) => from.getTime() === computed.getTime())
  expect([computed, ...stoppedWithNothingLeft.map(({ to }) => to)]).toContainEqual(deadline.dueAt)
}
