import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, eventTypes, filed, monday, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { call } from './call.ts'
import { close } from './close.ts'
import { customerReply } from './customer-reply.ts'
import { stateAt } from './deadline.ts'
import { resolve } from './resolve.ts'
import { withdraw } from './withdraw.ts'

const answered = stateAfter(answer(filed(), { messageId: 'm1', by: tuan }, commitment, at('23', '10:00')))
const message = { messageId: 'm2' }
const resolvedAt = at('23', '11:00')
const resolved = stateAfter(resolve(answered, { outcome: 'repaired', by: tuan }, commitment, resolvedAt))

describe('a message of the customer', () => {
  it('before any answer starts no second clock: the first reply is still owed', () => {
    const change = done(customerReply(filed(), message, commitment, at('23', '10:00')))
    expect(change.events.map(({ data }) => data)).toEqual([{ type: 'customer_replied', messageId: 'm2' }])
    expect(change.after.ticket.status).toBe('new')
  })

  it('after an answer starts the clock of a next reply, and one only', () => {
    const asked = stateAfter(customerReply(answered, message, commitment, at('23', '11:00')))
    expect(deadlineOf(asked, 'next_reply').dueAt).toEqual(at('24', '11:00'))
    const twice = stateAfter(customerReply(asked, { messageId: 'm3' }, commitment, at('23', '14:00')))
    expect(twice.deadlines).toEqual(asked.deadlines)
  })

  it('starts another clock once the one before was met', () => {
    const asked = stateAfter(customerReply(answered, message, commitment, at('23', '11:00')))
    const helped = stateAfter(answer(asked, { messageId: 'm3', by: tuan }, commitment, at('23', '14:00')))
    const again = stateAfter(customerReply(helped, { messageId: 'm4' }, commitment, at('23', '15:00')))
    expect(again.deadlines.filter(({ milestone }) => milestone === 'next_reply')).toHaveLength(2)
  })

  it('ends waiting, and every clock goes on with what it had left', () => {
    const waiting = { messageId: 'm1', by: tuan, thenWait: true }
    const state = stateAfter(answer(filed(), waiting, commitment, at('23', '10:00')))
    const change = done(customerReply(state, message, commitment, at('24', '10:00')))
    expect(eventTypes(change)).toEqual(['customer_replied', 'deadline_resumed', 'deadline_started'])
    expect(change.after.ticket.status).toBe('open')
    // The eight working hours of the wait are given back after Tuesday 1 December, 17:30.
    expect(deadlineOf(change.after, 'resolution')).toMatchObject({
      dueAt: new Date('2026-12-02T17:30:00+07:00'),
      pauses: [{ from: at('23', '10:00'), to: at('24', '10:00') }],
    })
  })

  it('reopens a resolved ticket: the clock of the resolution goes on where it stopped', () => {
    const change = done(customerReply(resolved, message, commitment, at('25', '11:00')))
    expect(eventTypes(change)).toEqual([
      'customer_replied',
      'reopened',
      'deadline_resumed',
      'deadline_started',
    ])
    const { ticket } = change.after
    expect(ticket).toMatchObject({ status: 'open' })
    expect(Object.keys(ticket)).not.toContain('outcome')
    expect(Object.keys(ticket)).not.toContain('resolvedAt')
    const resolution = deadlineOf(change.after, 'resolution')
    expect(resolution.metAt).toBeUndefined()
    expect(resolution.pauses).toEqual([{ from: resolvedAt, to: at('25', '11:00') }])
    expect(resolution.dueAt).toEqual(new Date('2026-12-03T17:30:00+07:00'))
    expect(stateAt(resolution, at('25', '11:00'))).toBe('running')
    expect(deadlineOf(change.after, 'next_reply').startedAt).toEqual(at('25', '11:00'))
  })

  it('does not make a missed resolution good by reopening', () => {
    const tooLate = new Date('2026-12-02T09:00:00+07:00')
    const lateResolved = stateAfter(resolve(answered, { outcome: 'repaired', by: tuan }, commitment, tooLate))
    const reopened = stateAfter(customerReply(lateResolved, message, commitment, tooLate))
    expect(stateAt(deadlineOf(reopened, 'resolution'), tooLate)).toBe('missed')
    expect(reopened.remedies).toHaveLength(1)
  })

  it('takes up again what a withdrawal or a wrong "duplicate" had left out', () => {
    const withdrawn = stateAfter(withdraw(filed(), commitment, at('23', '10:00')))
    const duplicate = stateAfter(
      resolve(filed(), { outcome: 'duplicate', by: tuan }, commitment, at('23', '10:00')),
    )
    for (const ended of [withdrawn, duplicate]) {
      const reopened = stateAfter(customerReply(ended, message, commitment, at('24', '10:00')))
      expect(stateAt(deadlineOf(reopened, 'resolution'), at('24', '10:00'))).toBe('running')
      expect(stateAt(deadlineOf(reopened, 'first_reply'), at('24', '10:00'))).toBe('excluded')
      // Nobody has answered yet, so an answer is owed by a clock of its own.
      expect(deadlineOf(reopened, 'next_reply').startedAt).toEqual(at('24', '10:00'))
    }
  })

  it('leaves a call that was made as kept, whatever is reopened', () => {
    const called = stateAfter(
      call(filed('callback'), { reached: true, by: tuan }, commitment, at('23', '09:30')),
    )
    const outcome = { outcome: 'answered', messageId: 'm1', by: tuan } as const
    const ended = stateAfter(resolve(called, outcome, commitment, at('23', '10:00')))
    const reopened = stateAfter(customerReply(ended, message, commitment, at('24', '10:00')))
    expect(stateAt(deadlineOf(reopened, 'callback_made'), at('24', '10:00'))).toBe('kept')
  })

  it('is refused on a closed ticket', () => {
    const closed = stateAfter(close(resolved, { by: { type: 'system' } }, commitment, at('25', '11:00')))
    expect(customerReply(closed, message, commitment, at('25', '12:00'))).toEqual({
      refused: 'act_not_possible',
    })
  })

  it('leaves the state before it untouched', () => {
    const before = structuredClone(resolved)
    customerReply(resolved, message, commitment, monday)
    expect(resolved).toEqual(before)
  })
})
