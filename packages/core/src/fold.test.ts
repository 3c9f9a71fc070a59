import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, done, monday, requestOf, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { fileTicket } from './file-ticket.ts'
import { applyEvent, foldEvents } from './fold.ts'
import type { EventData, TicketEvent } from './ticket-state.ts'

const filing = fileTicket(requestOf('warranty'), commitment, monday, { type: 'customer' })
const reply = done(answer(filing.after, { messageId: 'm1', by: tuan }, commitment, at('23', '10:00')))
const events = [...filing.events, ...reply.events]

/** The event that would come next. */
const next = (data: EventData): TicketEvent => ({
  sequence: reply.after.sequence + 1,
  at: at('23', '11:00'),
  by: tuan,
  data,
})

describe('the fold of a ticket’s events', () => {
  it('is the ticket', () => {
    expect(foldEvents(events)).toEqual(reply.after)
  })

  it('refuses a gap, a repetition, a second filing and an empty history', () => {
    expect(() => foldEvents(events.toSpliced(2, 1))).toThrow('out of sequence')
    expect(() => foldEvents([...events, ...reply.events])).toThrow('out of sequence')
    const [first] = events
    expect(() => applyEvent(reply.after, next(first?.data ?? { type: 'held' }))).toThrow('filed once')
    expect(() => foldEvents([])).toThrow('filing')
    expect(() => applyEvent(undefined, { ...next({ type: 'held' }), sequence: 1 })).toThrow('filing')
  })

  it('refuses what the status does not allow and deadlines that are not there', () => {
    expect(() => applyEvent(reply.after, next({ type: 'closed' }))).toThrow('does not allow close')
    expect(() => applyEvent(reply.after, next({ type: 'deadline_paused', number: 9 }))).toThrow(
      'no deadline 9',
    )
    const running = next({ type: 'deadline_resumed', number: 2, dueAt: monday })
    expect(() => applyEvent(reply.after, running)).toThrow('not stopped')
  })

  it('lets no pause end before it begins, even when two machines’ clocks differ', () => {
    const paused = applyEvent(reply.after, next({ type: 'deadline_paused', number: 2 }))
    const early = { ...next({ type: 'deadline_resumed', number: 2, dueAt: monday }), at: at('23', '10:59') }
    const resumed = applyEvent(paused, { ...early, sequence: paused.sequence + 1 })
    expect(resumed.deadlines[1]?.pauses).toEqual([{ from: at('23', '11:00'), to: at('23', '11:00') }])
  })
})
