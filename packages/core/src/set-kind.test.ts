import { describe, expect, it } from 'vitest'
import { at, deadlineOf, done, eventTypes, monday, requestOf, tuan } from '../test/example-ticket.ts'
import { commitment } from '../test/ticket-acts.ts'
import { answer } from './answer.ts'
import { customerReply } from './customer-reply.ts'
import { dueAt } from './due-at.ts'
import { fileTicket } from './file-ticket.ts'
import { foldEvents } from './fold.ts'
import { recordMisses } from './record-misses.ts'
import { setKind } from './set-kind.ts'
import type { Change, Refusal, TicketEvent, TicketState } from './ticket-state.ts'
import type { Kind, Priority } from './vocabulary.ts'
import { wait } from './wait.ts'

/** A request that things happen to, with all its events. */
class Life {
  state: TicketState
  events: readonly TicketEvent[]

  constructor(kind: Kind, priority: Priority = 'normal') {
    const filing = fileTicket({ ...requestOf(kind), priority }, commitment, monday, { type: 'customer' })
    this.state = filing.after
    this.events = filing.events
  }

  live(act: (before: TicketState) => Change | Refusal): Change {
    const change = done(act(this.state))
    this.state = change.after
    this.events = [...this.events, ...change.events]
    return change
  }

  become(kind: Kind, now: Date, callbackFrom?: Date): Change {
    const { events: history } = this
    const input = { kind, reason: 'mistaken', history, callbackFrom, by: tuan } as const
    return this.live((before) => setKind(before, input, commitment, now))
  }
}

const calendar = commitment.calendars.office
if (!calendar) throw new Error('The example has an office')

describe('a change of kind', () => {
  it('is on record with the reason, and lets the pledges of the right kind run from the same start', () => {
    const life = new Life('support')
    const change = life.become('warranty', at('23', '10:00'))
    expect(change.events[0]?.data).toEqual({
      type: 'kind_set',
      from: 'support',
      to: 'warranty',
      reason: 'mistaken',
    })
    expect(life.state.deadlines).toMatchObject([
      {
        milestone: 'first_reply',
        pledge: 'warranty-first-reply',
        startedAt: monday,
        dueAt: at('23', '14:30'),
      },
      { milestone: 'resolution', pledge: 'warranty-resolution', startedAt: monday },
    ])
    expect(foldEvents(life.events)).toEqual(life.state)
  })

  it('leaves out what no pledge covers any more, and takes it up anew when the kind is put right', () => {
    const life = new Life('warranty')
    const due = deadlineOf(life.state, 'resolution').dueAt
    life.become('suggestion', at('24', '08:00'))
    expect(deadlineOf(life.state, 'resolution').excluded).toEqual({
      at: at('24', '08:00'),
      reason: 'rematched',
    })
    life.become('warranty', at('24', '08:10'))
    const again = deadlineOf(life.state, 'resolution')
    expect(again).toMatchObject({ startedAt: monday, dueAt: due, pledge: 'warranty-resolution' })
    expect(again.excluded).toBeUndefined()
  })

  it('gives a deadline that starts late the pauses that it would have had', () => {
    const life = new Life('suggestion')
    life.live((before) =>
      answer(before, { messageId: 'm1', by: tuan, thenWait: true }, commitment, at('23', '10:00')),
    )
    life.live((before) => customerReply(before, { messageId: 'm2' }, commitment, at('24', '10:00')))
    life.become('complaint', at('24', '11:00'))
    const pauses = [{ from: at('23', '10:00'), to: at('24', '10:00') }]
    expect(deadlineOf(life.state, 'resolution')).toMatchObject({
      pledge: 'complaint-resolution',
      startedAt: monday,
      pauses,
      dueAt: dueAt(monday, { amount: 10, unit: 'calendar_day' }, calendar, pauses),
    })
    expect(foldEvents(life.events)).toEqual(life.state)
  })

  it('while it waits starts a clock that stands since the wait began, and goes on with the customer’s answer', () => {
    const life = new Life('suggestion')
    life.live((before) => wait(before, { by: tuan }, commitment, at('23', '10:00')))
    life.become('complaint', at('25', '09:00'))
    expect(deadlineOf(life.state, 'resolution').pausedAt).toEqual(at('23', '10:00'))
    life.live((before) => customerReply(before, { messageId: 'm2' }, commitment, at('26', '10:00')))
    const pauses = [{ from: at('23', '10:00'), to: at('26', '10:00') }]
    expect(deadlineOf(life.state, 'resolution')).toMatchObject({ pauses })
    expect(deadlineOf(life.state, 'resolution').dueAt).toEqual(
      dueAt(monday, { amount: 10, unit: 'calendar_day' }, calendar, pauses),
    )
  })

  it('keeps the pauses of an open deadline, and lets one that stands stand', () => {
    const life = new Life('warranty')
    life.live((before) => wait(before, { by: tuan }, commitment, at('23', '10:00')))
    life.live((before) => customerReply(before, { messageId: 'm1' }, commitment, at('24', '10:00')))
    life.live((before) => wait(before, { by: tuan }, commitment, at('24', '16:00')))
    life.become('complaint', at('25', '09:00'))
    const pauses = [{ from: at('23', '10:00'), to: at('24', '10:00') }]
    expect(deadlineOf(life.state, 'resolution')).toMatchObject({
      pledge: 'complaint-resolution',
      pauses,
      pausedAt: at('24', '16:00'),
      dueAt: dueAt(monday, { amount: 10, unit: 'calendar_day' }, calendar, pauses),
    })
  })

  it('lets no pause save a clock that had run out before the pause began', () => {
    // 20 working hours end on Wednesday at 11:30 and the wait begins after that: under the first pledge in time.
    const life = new Life('complaint', 'urgent')
    life.live((before) => wait(before, { by: tuan }, commitment, at('25', '16:00')))
    const change = life.become('support', at('27', '09:00'))
    expect(eventTypes(change)).toContain('deadline_missed')
    const resolution = deadlineOf(life.state, 'resolution')
    expect(resolution.pledge).toBe('urgent-resolution')
    expect(resolution.pausedAt).toBeUndefined()
    expect(resolution.missedAt).toEqual(dueAt(monday, { amount: 20, unit: 'working_hour' }, calendar))
    expect(foldEvents(life.events)).toEqual(life.state)
  })

  it('asks for the reply that the customer has been waiting for since they wrote', () => {
    const life = new Life('complaint', 'high')
    life.live((before) => answer(before, { messageId: 'm1', by: tuan }, commitment, at('23', '10:00')))
    life.live((before) => customerReply(before, { messageId: 'm2' }, commitment, at('23', '11:00')))
    expect(deadlineOf(life.state, 'next_reply').dueAt).toEqual(at('23', '13:00'))
    life.become('warranty', at('23', '11:30'))
    expect(deadlineOf(life.state, 'next_reply')).toMatchObject({
      pledge: 'next-reply',
      startedAt: at('23', '11:00'),
      dueAt: dueAt(at('23', '11:00'), { amount: 8, unit: 'working_hour' }, calendar),
    })
  })

  it('asks for a call from when the customer may be called, and for none that was made', () => {
    const life = new Life('support')
    life.become('callback', at('23', '10:00'), at('24', '14:00'))
    expect(deadlineOf(life.state, 'callback_made')).toMatchObject({
      startedAt: at('24', '14:00'),
      dueAt: at('24', '14:30'),
    })
  })

  it('starts no clock for a call while it waits since before the call was agreed for', () => {
    const life = new Life('support')
    life.live((before) => wait(before, { by: tuan }, commitment, at('23', '10:00')))
    life.become('callback', at('26', '10:00'), at('24', '14:00'))
    const call = deadlineOf(life.state, 'callback_made')
    expect(call).toMatchObject({ startedAt: at('24', '14:00'), pausedAt: at('23', '10:00') })
    expect(call.missedAt).toBeUndefined()
  })

  it('touches no deadline that was missed', () => {
    const life = new Life('warranty')
    const late = recordMisses(life.state, commitment, at('23', '14:31'))
    if (!late) throw new Error('nothing was missed')
    life.live(() => late)
    const missed = life.state.deadlines[0]
    life.become('suggestion', at('23', '15:00'))
    expect(life.state.deadlines[0]).toEqual(missed)
  })
})
