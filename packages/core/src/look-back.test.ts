import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoa, monday } from '../test/example-ticket.ts'
import { commitment, filings, lives, paced } from '../test/ticket-acts.ts'
import { answer } from './answer.ts'
import type { Commitment } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { stateAt } from './deadline.ts'
import { fileTicket } from './file-ticket.ts'
import { lookBack } from './look-back.ts'
import { isRefusal } from './perform-act.ts'
import { recordMisses } from './record-misses.ts'
import { replay } from './replay.ts'
import type { Change, Refusal, TicketEvent, TicketState } from './ticket-state.ts'

const hourMillis = 3_600_000
const later = (hours: number) => new Date(monday.getTime() + hours * hourMillis)
const always = { timeZone: 'Asia/Ho_Chi_Minh', week: {}, dates: {} }

/** A request of a life that was lived under the example's commitment. */
const histories = fc.tuple(filings, lives).map(([filing, life]) => {
  let state = filing.after
  let now = monday
  const events = [...filing.events]
  for (const { pace, step } of life) {
    now = paced(pace, state, now)
    const change = step.perform(state, now, events)
    if (!change || isRefusal(change)) continue
    state = change.after
    events.push(...change.events)
  }
  return { events, now, state }
})

describe('a look back', () => {
  it('with the commitment that was in force finds exactly what happened', () => {
    fc.assert(
      fc.property(histories, ({ events, now, state }) => {
        const until = new Date(now.getTime() + 1)
        const really = recordMisses(state, commitment, until)?.after ?? state
        const again = replay(events, commitment, until)
        const seen = ({ deadlines }: TicketState) =>
          deadlines
            .filter(({ remedyNumber }) => remedyNumber === undefined)
            .map((deadline) => ({
              ...deadline,
              number: 0,
              state: stateAt(deadline, until),
            }))
        expect(seen(again)).toEqual(seen(really))
        const { draft, actual } = lookBack([events], commitment, () => commitment, until)
        expect(draft).toEqual(actual)
      }),
      { numRuns: 400 },
    )
  })

  const run = (acts: ((state: TicketState) => Change | Refusal)[]): TicketEvent[] => {
    const request = {
      kind: 'warranty',
      channel: 'widget',
      customerId: 'c',
      customerType: 'consumer',
      commitmentVersion: 1,
      departmentId: 'd',
    } as const
    const filed = fileTicket(request, commitment, monday, { type: 'customer' })
    let { after } = filed
    const events = [...filed.events]
    for (const act of acts) {
      const change = act(after)
      if (isRefusal(change)) throw new Error(change.refused)
      after = change.after
      events.push(...change.events)
    }
    return events
  }
  const reply = (hours: number) => (state: TicketState) =>
    answer(state, { messageId: 'm', by: hoa }, commitment, later(hours))
  const ask = (hours: number) => (state: TicketState) =>
    customerReply(state, { messageId: 'q' }, commitment, later(hours))

  /** Replies within so many hours, around the clock; the remedy of the example's first reply. */
  const replies = (hours: number): Commitment => ({
    ...commitment,
    calendars: { ...commitment.calendars, always: { ...always, week: { mon: ['00:00-24:00'] } } },
    pledges: [
      {
        ...pledgeNamed('warranty-first-reply'),
        id: 'quick',
        within: { amount: hours, unit: 'hour' },
        calendar: 'always',
      },
      {
        ...pledgeNamed('next-reply'),
        id: 'quick-next',
        within: { amount: hours, unit: 'hour' },
        calendar: 'always',
      },
    ],
  })
  const pledgeNamed = (id: string) => {
    const found = commitment.pledges.find((pledge) => pledge.id === id)
    if (!found) throw new Error(`There is no pledge ${id}`)
    return found
  }

  it('counts what a stricter draft would have missed, and what that would have cost', () => {
    const events = run([reply(2), ask(3), reply(6)])
    const at = later(24)
    const { draft, actual } = lookBack([events, events], replies(1), () => commitment, at)
    expect([...draft.values()]).toEqual([
      { pledge: 'quick', kept: 0, missed: 2, running: 0, cost: { VND: 100_000 }, inKind: 0, unknown: 0 },
      { pledge: 'quick-next', kept: 0, missed: 2, running: 0, cost: { VND: 100_000 }, inKind: 0, unknown: 0 },
    ])
    expect([...actual.values()].map(({ pledge, missed }) => [pledge, missed])).toEqual([
      ['warranty-first-reply', 0],
      ['warranty-resolution', 0],
      ['next-reply', 0],
    ])
  })

  it('counts a reply at the very instant as kept, and nothing that is still to come as missed', () => {
    const events = run([reply(2)])
    const tallyOf = (hours: number, until: Date) =>
      lookBack([events], replies(hours), () => commitment, until).draft.get('quick')
    expect(tallyOf(2, later(3))).toMatchObject({ kept: 1, missed: 0 })
    expect(tallyOf(2, later(1))).toMatchObject({ kept: 0, missed: 0, running: 1 })
    expect(tallyOf(1, new Date(later(1).getTime() + 1))).toMatchObject({ missed: 1, running: 0 })
  })
})
