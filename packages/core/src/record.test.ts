import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, deadlineOf, done, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { customerReply } from './customer-reply.ts'
import { recordLine } from './record.ts'
import { recordMisses } from './record-misses.ts'
import { resolve } from './resolve.ts'
import { settleRemedy } from './settle-remedy.ts'
import type { TicketState } from './ticket-state.ts'
import { waiveRemedy } from './waive-remedy.ts'
import { withdraw } from './withdraw.ts'

const reply = { messageId: 'message', by: tuan }
const linesOf = (state: TicketState) =>
  state.deadlines.map((deadline) => recordLine(deadline, state, commitment))

/** The first reply was due on Monday at 14:30. */
const missed = (): TicketState => {
  const change = recordMisses(filed(), commitment, at('23', '15:00'))
  if (!change) throw new Error('Nothing was missed')
  return change.after
}

describe('a line of the record', () => {
  it('is not there while the deadline is open', () => {
    expect(linesOf(filed())).toEqual([undefined, undefined])
  })

  it('says of a kept one how long it took as its pledge counts, on the day it fell due', () => {
    // Filed at 9:00; noon to 13:30 is closed, so 3 h 30 min of working time, which the record knows as 3 h 41 min at most.
    const state = stateAfter(answer(filed(), reply, commitment, at('23', '14:00')))
    expect(linesOf(state)[0]).toEqual({
      day: '2026-11-23',
      pledge: 'warranty-first-reply',
      milestone: 'first_reply',
      outcome: 'kept',
      minutes: 221,
    })
  })

  it('leaves out of its time what the request stood waiting for the customer', () => {
    const waiting = stateAfter(answer(filed(), { ...reply, thenWait: true }, commitment, at('23', '10:00')))
    const back = stateAfter(customerReply(waiting, { messageId: 'm' }, commitment, at('25', '10:00')))
    const resolved = stateAfter(
      resolve(back, { outcome: 'repaired', ...reply }, commitment, at('25', '11:00')),
    )
    expect(recordLine(deadlineOf(resolved, 'resolution'), resolved, commitment)?.minutes).toBe(120)
  })

  it('counts a miss from when it is on record, and as late once it is reached all the same', () => {
    expect(linesOf(missed())[0]).toEqual({
      day: '2026-11-23',
      pledge: 'warranty-first-reply',
      milestone: 'first_reply',
      outcome: 'missed',
      remedy: { state: 'owed' },
    })
    const late = stateAfter(answer(missed(), reply, commitment, at('24', '09:00')))
    expect(linesOf(late)[0]).toMatchObject({ outcome: 'late', day: '2026-11-23', minutes: 480 })
  })

  it('says what became of the remedy, and of its settling in time', () => {
    const settled = stateAfter(settleRemedy(missed(), { number: 1, by: tuan }, commitment, at('24', '09:00')))
    expect(linesOf(settled)[0]?.remedy).toEqual({
      state: 'settled',
      amount: { amount: 50_000, currency: 'VND' },
    })
    expect(recordLine(deadlineOf(settled, 'remedy_settled'), settled, commitment)).toMatchObject({
      pledge: 'warranty-first-reply',
      outcome: 'kept',
    })
    const waived = stateAfter(
      waiveRemedy(missed(), { number: 1, exclusion: 'worn', by: tuan }, commitment, at('24', '09:00')),
    )
    expect(linesOf(waived)[0]).toMatchObject({ outcome: 'missed', remedy: { state: 'waived' } })
  })

  it('is left out of what fell due when the pledge turned out not to apply', () => {
    const withdrawn = stateAfter(withdraw(filed(), commitment, at('23', '10:00')))
    expect(linesOf(withdrawn).map((line) => line?.outcome)).toEqual(['excluded', 'excluded'])
    expect(linesOf(withdrawn)[0]).not.toHaveProperty('minutes')
  })

  it('is never public of a deadline between departments', () => {
    const state = stateAfter(answer(filed(), reply, commitment, at('23', '14:00')))
    const [deadline] = state.deadlines
    if (!deadline) throw new Error('No deadline')
    expect(recordLine({ ...deadline, internal: true }, state, commitment)).toBeUndefined()
  })

  it('names the local day, not that of UTC', () => {
    const early = { ...commitment.calendars.office, week: { tue: ['02:00-03:00'] } }
    const night = { ...commitment, calendars: { office: { ...early, timeZone: 'Asia/Ho_Chi_Minh' } } }
    const state = stateAfter(answer(filed(), reply, commitment, at('23', '14:00')))
    const [deadline] = state.deadlines
    if (!deadline) throw new Error('No deadline')
    const due = { ...deadline, dueAt: at('24', '03:00') }
    expect(recordLine(due, state, night)?.day).toBe('2026-11-24')
    expect(due.dueAt.toISOString()).toContain('2026-11-23')
  })
})

describe('what a change does to the record', () => {
  it('is nothing while nothing is decided', () => {
    expect(done(answer(filed('support'), reply, commitment, at('23', '10:00'))).record).toHaveLength(1)
    expect(done(customerReply(filed(), { messageId: 'm' }, commitment, at('23', '10:00'))).record).toEqual([])
  })

  it('is taken back when a resolved request is opened again', () => {
    const answered = stateAfter(answer(filed(), reply, commitment, at('23', '10:00')))
    const resolution = done(
      resolve(answered, { outcome: 'repaired' as const, by: tuan }, commitment, at('23', '11:00')),
    )
    const [{ after: line, ...rest } = { number: 0 }, ...others] = resolution.record
    expect([rest, others]).toEqual([{ number: 2 }, []])
    expect(line?.outcome).toBe('kept')
    const reopened = done(customerReply(resolution.after, { messageId: 'm' }, commitment, at('24', '10:00')))
    expect(reopened.record).toEqual([{ number: 2, before: line }])
  })

  it('is not repeated by a second sweep', () => {
    expect(recordMisses(missed(), commitment, at('23', '16:00'))).toBeUndefined()
  })
})
