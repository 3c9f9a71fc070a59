import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { call } from './call.ts'
import { stateAt } from './deadline.ts'
import { type ResolveInput, resolve } from './resolve.ts'
import type { TicketState } from './ticket-state.ts'
import { outcomesFor } from './transitions.ts'
import { kinds, outcomes } from './vocabulary.ts'
import { wait } from './wait.ts'

const now = at('23', '11:00')
const answered = stateAfter(answer(filed(), { messageId: 'm1', by: tuan }, commitment, at('23', '10:00')))
const attempt = (before: TicketState, input: Omit<ResolveInput, 'by'>, when = now) =>
  resolve(before, { ...input, by: tuan }, commitment, when)

describe('resolving', () => {
  it('keeps the resolution and notes outcome and time', () => {
    const change = done(attempt(answered, { outcome: 'repaired' }))
    expect(eventTypes(change)).toEqual(['resolved', 'deadline_met'])
    expect(change.after.ticket).toMatchObject({ status: 'resolved', outcome: 'repaired', resolvedAt: now })
    expect(stateAt(deadlineOf(change.after, 'resolution'), now)).toBe('kept')
    expect(change.notices).toEqual([{ kind: 'resolved' }])
  })

  it('is refused while a reply is owed, and its own message is that reply', () => {
    expect(attempt(filed(), { outcome: 'repaired' })).toEqual({ refused: 'reply_needed', pointer: '/text' })
    const change = done(attempt(filed(), { outcome: 'repaired', messageId: 'm1' }))
    expect(eventTypes(change)).toEqual(['answered', 'deadline_met', 'resolved', 'deadline_met'])
    expect(stateAt(deadlineOf(change.after, 'first_reply'), now)).toBe('kept')
    expect(change.after.ticket).toMatchObject({ ownerId: 'tuan', firstRepliedAt: now })
    expect(change.notices).toEqual([{ kind: 'resolved', messageId: 'm1' }])
  })

  it('is refused while a reply is owed that is already late', () => {
    expect(attempt(filed(), { outcome: 'repaired' }, at('24', '09:00'))).toMatchObject({
      refused: 'reply_needed',
    })
  })

  it('is refused while a promised call has not reached the customer', () => {
    const callback = filed('callback', { callbackFrom: at('24', '10:00') })
    const input = { outcome: 'answered', messageId: 'm1' } as const
    const tried = stateAfter(call(callback, { reached: false, by: tuan }, commitment, now))
    expect(attempt(tried, input)).toEqual({ refused: 'call_needed' })
    const reached = stateAfter(call(tried, { reached: true, by: tuan }, commitment, now))
    expect(stateAfter(attempt(reached, input)).ticket.status).toBe('resolved')
  })

  it('takes the clocks up again before it stops them, when the ticket was waiting', () => {
    const waiting = stateAfter(wait(answered, { by: tuan }, commitment, now))
    const change = done(attempt(waiting, { outcome: 'replaced' }, new Date('2026-12-20T10:00:00+07:00')))
    expect(eventTypes(change)).toEqual(['resolved', 'deadline_resumed', 'deadline_met'])
    expect(stateAt(deadlineOf(change.after, 'resolution'), new Date('2027-01-20'))).toBe('kept')
  })

  it('notes a late resolution as late, and the miss stays', () => {
    const late = new Date('2026-12-02T09:00:00+07:00')
    const change = done(attempt(answered, { outcome: 'refunded' }, late))
    expect(eventTypes(change)).toEqual([
      'deadline_missed',
      'remedy_owed',
      'deadline_started',
      'resolved',
      'deadline_met',
    ])
    expect(stateAt(deadlineOf(change.after, 'resolution'), late)).toBe('missed')
  })

  it('takes only outcomes that go with the kind, and never the customer’s own', () => {
    for (const kind of kinds) {
      const state = stateAfter(call(filed(kind), { reached: true, by: tuan }, commitment, now))
      for (const outcome of outcomes) {
        const evidence = { exclusion: 'misuse', evidence: ['att_1'], messageId: 'm1' }
        const result = attempt(state, { outcome, ...evidence })
        const refusal = { refused: 'outcome_not_possible', pointer: '/outcome' }
        if (outcomesFor[kind].includes(outcome)) expect(done(result).after.ticket.outcome).toBe(outcome)
        else expect(result).toEqual(refusal)
      }
      expect(outcomesFor[kind]).not.toContain('withdrawn')
    }
  })
})

describe('declining', () => {
  const declined = { outcome: 'declined', messageId: 'm2' } as const

  it('cites one of the published exclusions', () => {
    expect(attempt(answered, declined)).toEqual({ refused: 'exclusion_needed', pointer: '/exclusion' })
    expect(attempt(answered, { ...declined, exclusion: 'mood' })).toEqual({
      refused: 'exclusion_unknown',
      pointer: '/exclusion',
    })
    const { ticket } = stateAfter(attempt(answered, { ...declined, exclusion: 'worn' }))
    expect(ticket).toMatchObject({ outcome: 'declined', exclusion: 'worn' })
  })

  it('brings the evidence that the exclusion asks for, and it is on record', () => {
    const misuse = { ...declined, exclusion: 'misuse' }
    expect(attempt(answered, { ...misuse, evidence: [] })).toEqual({
      refused: 'evidence_needed',
      pointer: '/evidence',
    })
    const change = done(attempt(answered, { ...misuse, evidence: ['att_1'] }))
    expect(change.events.map(({ data }) => data)).toContainEqual({
      type: 'resolved',
      outcome: 'declined',
      exclusion: 'misuse',
      evidence: ['att_1'],
    })
  })

  it('is the only outcome that records an exclusion', () => {
    const change = done(attempt(answered, { outcome: 'repaired', exclusion: 'misuse', evidence: ['att_1'] }))
    expect(change.after.ticket.exclusion).toBeUndefined()
  })
})

describe('a duplicate', () => {
  it('leaves out the open pledges instead of keeping them, and needs no reply', () => {
    const change = done(attempt(filed(), { outcome: 'duplicate' }))
    expect(change.after.deadlines.map((deadline) => stateAt(deadline, now))).toEqual(['excluded', 'excluded'])
    expect(change.after.deadlines[0]?.excluded).toEqual({ at: now, reason: 'duplicate' })
  })

  it('keeps the reply that goes with it', () => {
    const { after } = done(attempt(filed(), { outcome: 'duplicate', messageId: 'm1' }))
    expect(after.deadlines.map((deadline) => stateAt(deadline, now))).toEqual(['kept', 'excluded'])
  })

  it('does not make good what was missed before', () => {
    const late = at('23', '14:31')
    const change = done(attempt(filed(), { outcome: 'duplicate' }, late))
    expect(change.after.deadlines.map((deadline) => stateAt(deadline, late))).toEqual([
      'missed',
      'excluded',
      'running',
    ])
    expect(change.after.remedies).toHaveLength(1)
  })
})
