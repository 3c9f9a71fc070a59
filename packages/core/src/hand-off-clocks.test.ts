import { describe, expect, it } from 'vitest'
import { at, done, eventTypes, monday, requestOf, stateAfter, tuan } from '../test/example-ticket.ts'
import { commitment } from '../test/ticket-acts.ts'
import { answer } from './answer.ts'
import { customerReply } from './customer-reply.ts'
import { fileTicket } from './file-ticket.ts'
import { handOff } from './hand-off.ts'
import { recordMisses } from './record-misses.ts'
import { resolve } from './resolve.ts'
import type { TicketState } from './ticket-state.ts'
import { wait } from './wait.ts'

const filed = fileTicket(requestOf('support'), commitment, monday, { type: 'customer' }).after
const hand = (before: TicketState, toDepartment: string, now: Date) =>
  handOff(before, { toDepartment, reason: 'parts', by: tuan }, commitment, now)
const internalOf = ({ deadlines }: TicketState) => deadlines.filter(({ internal }) => internal)

describe('what departments promise each other', () => {
  it('does not run from filing', () => {
    expect(internalOf(filed)).toEqual([])
  })

  it('runs from the hand-off, owes nothing and is marked as the house’s own', () => {
    const technical = stateAfter(hand(filed, 'technical', at('23', '10:00')))
    expect(internalOf(technical)).toMatchObject([
      {
        pledge: 'technical-next-reply',
        milestone: 'next_reply',
        startedAt: at('23', '10:00'),
        dueAt: at('23', '14:30'),
        internal: true,
      },
    ])
    expect(internalOf(technical)[0]).not.toHaveProperty('remedy')
  })

  it('is kept by the next public reply', () => {
    const technical = stateAfter(hand(filed, 'technical', at('23', '10:00')))
    const answered = stateAfter(
      answer(technical, { messageId: 'm', by: tuan }, commitment, at('23', '11:00')),
    )
    expect(internalOf(answered)[0]?.metAt).toEqual(at('23', '11:00'))
  })

  it('of a reply does not apply once it is handed on unanswered; of a resolution it is met by handing on', () => {
    const technical = stateAfter(hand(filed, 'technical', at('23', '10:00')))
    const service = done(hand(technical, 'service', at('23', '11:00')))
    expect(internalOf(service.after)[0]?.excluded).toEqual({ at: at('23', '11:00'), reason: 'handed_on' })
    const back = stateAfter(hand(service.after, 'technical', at('23', '11:30')))
    expect(internalOf(back)[1]).toMatchObject({ pledge: 'service-resolution', metAt: at('23', '11:30') })
  })

  it('that was missed stays missed when it is handed on', () => {
    const technical = stateAfter(hand(filed, 'technical', at('23', '10:00')))
    const service = stateAfter(hand(technical, 'service', at('23', '15:00')))
    expect(internalOf(service)[0]).toMatchObject({ missedAt: at('23', '14:30'), metAt: at('23', '15:00') })
    expect(internalOf(service)[0]?.excluded).toBeUndefined()
  })

  it('is not started by a change of person', () => {
    const change = handOff(
      filed,
      { toDepartment: 'service', toOwner: 'hoa', reason: 'parts', by: tuan },
      commitment,
      monday,
    )
    expect(eventTypes(change)).toEqual(['handed_off'])
  })

  it('owes nothing when it is missed', () => {
    const technical = stateAfter(hand(filed, 'technical', at('23', '10:00')))
    const missed = recordMisses(technical, commitment, at('23', '15:00'))
    expect(missed && eventTypes(missed)).toEqual(['deadline_missed'])
  })

  it('stands while the request waits for the customer', () => {
    const waiting = stateAfter(wait(filed, { by: tuan }, commitment, at('23', '09:30')))
    const technical = stateAfter(hand(waiting, 'technical', at('23', '10:00')))
    expect(internalOf(technical)[0]?.pausedAt).toEqual(at('23', '10:00'))
    const on = stateAfter(customerReply(technical, { messageId: 'm' }, commitment, at('24', '10:00')))
    expect(internalOf(on)[0]?.dueAt).toEqual(at('24', '14:30'))
  })

  it('keeps nobody from resolving, and asks for no reply to the customer', () => {
    const answered = stateAfter(answer(filed, { messageId: 'm', by: tuan }, commitment, at('23', '09:30')))
    const technical = stateAfter(hand(answered, 'technical', at('23', '10:00')))
    const written = stateAfter(customerReply(technical, { messageId: 'm2' }, commitment, at('23', '10:30')))
    // The customer's own deadline runs beside the department's.
    expect(written.deadlines.filter(({ metAt }) => !metAt).map(({ pledge }) => pledge)).toEqual([
      'technical-next-reply',
      'next-reply',
    ])
    const resolved = done(
      resolve(technical, { outcome: 'repaired', by: tuan }, commitment, at('23', '11:00')),
    )
    expect(internalOf(resolved.after)[0]?.excluded?.reason).toBe('resolved')
  })
})
