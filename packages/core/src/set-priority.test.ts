import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, done, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { setPriority } from './set-priority.ts'

const now = at('23', '10:00')

describe('a change of priority', () => {
  it('is on record with the priority before, and leaves the deadlines that the customer was told', () => {
    const change = done(setPriority(filed(), { priority: 'urgent', by: tuan }, commitment, now))
    expect(change.events[0]?.data).toEqual({ type: 'priority_set', from: 'normal', to: 'urgent' })
    expect(change.after.ticket.priority).toBe('urgent')
    expect(change.after.deadlines).toEqual(filed().deadlines)
  })

  it('to the same priority changes nothing', () => {
    const urgent = stateAfter(setPriority(filed(), { priority: 'urgent', by: tuan }, commitment, now))
    const again = done(setPriority(urgent, { priority: 'urgent', by: tuan }, commitment, now))
    expect(again.events).toEqual([])
  })
})
