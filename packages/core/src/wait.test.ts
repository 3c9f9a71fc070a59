import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { stateAt } from './deadline.ts'
import { hold } from './hold.ts'
import { resume } from './resume.ts'
import { wait } from './wait.ts'

const by = { by: tuan }
const answered = stateAfter(answer(filed(), { messageId: 'm1', ...by }, commitment, at('23', '10:00')))
const due = deadlineOf(answered, 'resolution').dueAt

describe('waiting for the customer', () => {
  it('stops every clock but that of the first reply', () => {
    const waiting = stateAfter(wait(filed(), by, commitment, at('23', '10:00')))
    expect(stateAt(deadlineOf(waiting, 'first_reply'), at('23', '14:31'))).toBe('missed')
    expect(stateAt(deadlineOf(waiting, 'resolution'), new Date('2027-01-09T09:00:00+07:00'))).toBe('paused')
  })

  it('cannot save a clock that has run out', () => {
    const tooLate = new Date(due.getTime() + 1)
    expect(eventTypes(wait(answered, by, commitment, tooLate))).toEqual([
      'deadline_missed',
      'remedy_owed',
      'deadline_started',
      'waited',
    ])
    // Exactly on the instant nothing is missed yet, but nothing is left that a pause could keep.
    expect(eventTypes(wait(answered, by, commitment, due))).toEqual(['waited'])
  })

  it.each([
    ['resume', resume, 'open'],
    ['hold', hold, 'on_hold'],
  ] as const)('ends by %s, and the clocks run again', (_, act, status) => {
    const waiting = stateAfter(wait(answered, by, commitment, at('23', '10:00')))
    const running = stateAfter(act(waiting, by, commitment, at('23', '11:00')))
    expect(running.ticket.status).toBe(status)
    const resolution = deadlineOf(running, 'resolution')
    expect(resolution.pausedAt).toBeUndefined()
    // The hour from ten to eleven on Monday is given back on the next working morning.
    expect(resolution.dueAt).toEqual(new Date('2026-12-02T09:00:00+07:00'))
  })
})

describe('a hold for a third party', () => {
  it('stops no clock', () => {
    const held = stateAfter(hold(answered, by, commitment, at('23', '10:00')))
    expect(held.ticket.status).toBe('on_hold')
    expect(held.deadlines).toEqual(answered.deadlines)
    expect(stateAfter(resume(held, by, commitment, at('24', '10:00'))).deadlines).toEqual(answered.deadlines)
  })
})
