import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { call } from './call.ts'
import { stateAt } from './deadline.ts'
import { wait } from './wait.ts'

const appointed = at('24', '10:00')
const callback = filed('callback', { callbackFrom: appointed })

describe('a call', () => {
  it('keeps its pledge when it reaches the customer', () => {
    const now = at('24', '10:30')
    const { after } = done(call(callback, { reached: true, by: tuan }, commitment, now))
    expect(stateAt(deadlineOf(after, 'callback_made'), at('25', '10:00'))).toBe('kept')
    expect(after.ticket).toMatchObject({ status: 'new' })
  })

  it('is no reply: the first reply is still owed', () => {
    const { after } = done(call(callback, { reached: true, by: tuan }, commitment, appointed))
    expect(stateAt(deadlineOf(after, 'first_reply'), appointed)).toBe('running')
    expect(after.ticket.firstRepliedAt).toBeUndefined()
  })

  it('that reaches nobody is noted and keeps nothing', () => {
    const change = done(call(callback, { reached: false, by: tuan }, commitment, appointed))
    expect(eventTypes(change)).toEqual(['call_made'])
    expect(stateAt(deadlineOf(change.after, 'callback_made'), at('24', '10:31'))).toBe('missed')
  })

  it('loses no time to a wait that ended before it was due to begin', () => {
    const waiting = stateAfter(wait(callback, { by: tuan }, commitment, at('23', '10:00')))
    const change = done(call(waiting, { reached: true, by: tuan }, commitment, at('23', '11:00')))
    expect(deadlineOf(change.after, 'callback_made').dueAt).toEqual(at('24', '10:30'))
  })
})
