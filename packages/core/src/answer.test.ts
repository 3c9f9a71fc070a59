import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, eventTypes, filed, hoa, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { close } from './close.ts'
import { customerReply } from './customer-reply.ts'
import { stateAt } from './deadline.ts'
import { recordMisses } from './record-misses.ts'
import { resolve } from './resolve.ts'
import { wait } from './wait.ts'

const inTime = at('23', '14:30')
const late = at('23', '14:31')
const reply = { messageId: 'm1', by: tuan }

describe('an answer', () => {
  it('keeps the first reply, opens the ticket and tells the customer', () => {
    const change = done(answer(filed(), reply, commitment, inTime))
    expect(stateAt(deadlineOf(change.after, 'first_reply'), late)).toBe('kept')
    expect(change.after.ticket).toMatchObject({ status: 'open', firstRepliedAt: inTime })
    expect(change.notices).toEqual([{ kind: 'reply', messageId: 'm1' }])
  })

  it('makes whoever answers an unowned ticket its owner, and takes it from nobody', () => {
    const answered = stateAfter(answer(filed(), reply, commitment, inTime))
    expect(answered.ticket.ownerId).toBe('tuan')
    const again = stateAfter(answer(answered, { messageId: 'm2', by: hoa }, commitment, late))
    expect(again.ticket).toMatchObject({ ownerId: 'tuan', handOffs: 0, firstRepliedAt: inTime })
  })

  it('that comes late puts the miss and its remedy on record first', () => {
    const change = done(answer(filed(), reply, commitment, late))
    expect(change.events.map(({ data, by }) => [data.type, by.type])).toEqual([
      ['deadline_missed', 'system'],
      ['remedy_owed', 'system'],
      ['deadline_started', 'system'],
      ['answered', 'staff'],
      ['deadline_met', 'staff'],
    ])
    expect(change.events.at(-1)?.data).toEqual({ type: 'deadline_met', number: 1, late: true })
    expect(stateAt(deadlineOf(change.after, 'first_reply'), late)).toBe('missed')
    expect(change.after.remedies).toHaveLength(1)
  })

  it('that comes late owes nothing twice when the sweep was first', () => {
    const swept = recordMisses(filed(), commitment, late)
    if (!swept) throw new Error('nothing swept')
    const change = done(answer(swept.after, reply, commitment, late))
    expect(eventTypes(change)).toEqual(['answered', 'deadline_met'])
    expect(change.after.remedies).toHaveLength(1)
  })

  it('then waits for the customer when asked to, in the same change', () => {
    const waiting = stateAfter(answer(filed(), { ...reply, thenWait: true }, commitment, inTime))
    expect(waiting.ticket.status).toBe('waiting')
    expect(stateAt(deadlineOf(waiting, 'resolution'), inTime)).toBe('paused')
    const twice = answer(waiting, { messageId: 'm2', by: tuan, thenWait: true }, commitment, inTime)
    expect(eventTypes(twice)).toEqual(['answered'])
  })

  it('keeps a next reply that a pause had stopped', () => {
    const asked = stateAfter(
      customerReply(
        stateAfter(answer(filed(), reply, commitment, inTime)),
        { messageId: 'm2' },
        commitment,
        inTime,
      ),
    )
    const waiting = stateAfter(wait(asked, { by: tuan }, commitment, at('23', '15:00')))
    const change = done(answer(waiting, { messageId: 'm3', by: tuan }, commitment, at('30', '15:00')))
    expect(eventTypes(change)).toEqual(['answered', 'deadline_resumed', 'deadline_met'])
    expect(stateAt(deadlineOf(change.after, 'next_reply'), at('30', '16:00'))).toBe('kept')
    expect(change.after.ticket.status).toBe('waiting')
  })

  it('is an afterword on a resolved ticket and impossible on a closed one', () => {
    const outcome = { outcome: 'repaired', messageId: 'm1', by: tuan } as const
    const resolved = stateAfter(resolve(filed(), outcome, commitment, inTime))
    expect(stateAfter(answer(resolved, reply, commitment, late)).ticket.status).toBe('resolved')
    expect(answer(resolved, { ...reply, thenWait: true }, commitment, late)).toEqual({
      refused: 'act_not_possible',
      pointer: '/thenWait',
    })
    const closed = stateAfter(close(resolved, { by: tuan }, commitment, late))
    expect(answer(closed, reply, commitment, late)).toEqual({ refused: 'act_not_possible' })
  })
})
