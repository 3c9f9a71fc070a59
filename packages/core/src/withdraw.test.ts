import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { stateAt } from './deadline.ts'
import { withdraw } from './withdraw.ts'

describe('a withdrawal', () => {
  it('resolves the ticket by the customer and leaves out what was still open', () => {
    const now = at('23', '10:00')
    const change = done(withdraw(filed(), commitment, now))
    expect(change.events.map(({ by, data }) => [by.type, data.type])).toEqual([
      ['customer', 'resolved'],
      ['customer', 'deadline_excluded'],
      ['customer', 'deadline_excluded'],
    ])
    expect(change.after.ticket).toMatchObject({ status: 'resolved', outcome: 'withdrawn' })
  })

  it('leaves what was missed before missed and owed', () => {
    const late = at('23', '14:31')
    const { after } = done(withdraw(filed(), commitment, late))
    expect(stateAt(deadlineOf(after, 'first_reply'), late)).toBe('missed')
    expect(stateAt(deadlineOf(after, 'resolution'), late)).toBe('excluded')
    expect(after.remedies).toHaveLength(1)
  })

  it('ends a wait before it leaves the clocks out, so that no pause stays open', () => {
    const reply = { messageId: 'm1', by: tuan, thenWait: true }
    const waiting = stateAfter(answer(filed(), reply, commitment, at('23', '10:00')))
    const change = done(withdraw(waiting, commitment, at('24', '10:00')))
    expect(eventTypes(change)).toEqual(['resolved', 'deadline_resumed', 'deadline_excluded'])
    expect(deadlineOf(change.after, 'resolution').pausedAt).toBeUndefined()
  })

  it('is possible once', () => {
    const withdrawn = stateAfter(withdraw(filed(), commitment, at('23', '10:00')))
    expect(withdraw(withdrawn, commitment, at('23', '10:01'))).toEqual({ refused: 'act_not_possible' })
  })
})
