import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, done, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { commitment as withUrgentResolution } from '../test/ticket-acts.ts'
import { setPriority } from './set-priority.ts'
import { wait } from './wait.ts'

const now = at('23', '09:30')
const urgent = { priority: 'urgent', reason: 'more_urgent', by: tuan } as const

describe('a change of priority', () => {
  it('is on record with the priority before and the reason', () => {
    const change = done(setPriority(filed(), urgent, commitment, now))
    expect(change.events[0]?.data).toEqual({
      type: 'priority_set',
      from: 'normal',
      to: 'urgent',
      reason: 'more_urgent',
    })
    expect(change.after.ticket.priority).toBe('urgent')
  })

  it('lets the pledge of the new priority run from the same start', () => {
    const change = done(setPriority(filed(), urgent, commitment, now))
    expect(change.after.deadlines[0]).toMatchObject({
      number: 1,
      pledge: 'urgent-warranty-first-reply',
      startedAt: at('23', '09:00'),
      dueAt: at('23', '10:00'),
    })
    expect(change.after.deadlines[1]).toEqual(filed().deadlines[1])
  })

  it('records at once what is over under the new pledge, at the instant at which it was due', () => {
    const change = done(setPriority(filed(), urgent, commitment, at('23', '11:00')))
    expect(eventTypes(change)).toEqual([
      'priority_set',
      'deadline_rematched',
      'deadline_missed',
      'remedy_owed',
      'deadline_started',
    ])
    expect(change.after.deadlines[0]?.missedAt).toEqual(at('23', '10:00'))
    expect(change.after.remedies[0]?.owedAt).toEqual(at('23', '10:00'))
  })

  it('is kept exactly on the instant at which it is due under the new pledge', () => {
    expect(eventTypes(setPriority(filed(), urgent, commitment, at('23', '10:00')))).toEqual([
      'priority_set',
      'deadline_rematched',
    ])
  })

  it('lets a clock stand that had nothing left when the wait began, once it has time again', () => {
    const terms = withUrgentResolution
    const pressing = stateAfter(setPriority(filed(), urgent, terms, now))
    const due = pressing.deadlines[1]?.dueAt ?? now
    expect(pressing.deadlines[1]?.pledge).toBe('urgent-resolution')
    const waiting = stateAfter(wait(pressing, { by: tuan }, terms, due))
    expect(waiting.deadlines[1]).not.toHaveProperty('pausedAt')
    const back = done(setPriority(waiting, { ...urgent, priority: 'normal' }, terms, due))
    expect(back.after.deadlines[1]).toMatchObject({ pledge: 'warranty-resolution', pausedAt: due })
  })

  it('never makes a missed deadline kept', () => {
    const missed = stateAfter(setPriority(filed(), urgent, commitment, at('23', '11:00')))
    const back = done(setPriority(missed, { ...urgent, priority: 'normal' }, commitment, at('23', '11:01')))
    expect(eventTypes(back)).toEqual(['priority_set'])
    expect(back.after.deadlines[0]).toEqual(missed.deadlines[0])
  })

  it('to the same priority changes nothing', () => {
    const already = stateAfter(setPriority(filed(), urgent, commitment, now))
    expect(done(setPriority(already, urgent, commitment, now)).events).toEqual([])
  })
})
