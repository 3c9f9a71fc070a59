import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, done, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { answer } from './answer.ts'
import { close } from './close.ts'
import { customerReply } from './customer-reply.ts'
import { eventFromJson, eventToJson } from './event-json.ts'
import { rate } from './rate.ts'
import { resolve } from './resolve.ts'
import { ratingAbouts, ratingCauses } from './vocabulary.ts'

const message = { messageId: 'm1', by: tuan }
const answered = stateAfter(answer(filed(), message, commitment, at('23', '10:00')))
const resolved = stateAfter(
  resolve(answered, { outcome: 'repaired', ...message }, commitment, at('23', '11:00')),
)
const closed = stateAfter(close(resolved, { by: tuan }, commitment, at('23', '12:00')))
const now = at('24', '09:00')

describe('a rating', () => {
  it.each([
    ['resolved', resolved],
    ['closed', closed],
  ])('is the customer’s word on a request that is %s, and changes nothing else', (_, before) => {
    const change = done(rate(before, { level: 2, about: 'people', cause: 'attitude' }, commitment, now))
    expect(change.events.map(({ by, data }) => [by, data])).toEqual([
      [{ type: 'customer' }, { type: 'rated', level: 2, about: 'people', cause: 'attitude' }],
    ])
    const rating = { level: 2, about: 'people', cause: 'attitude', at: now }
    expect(change.after).toEqual({
      ...before,
      ticket: { ...before.ticket, rating },
      sequence: before.sequence + 1,
    })
    expect(change.notices).toEqual([])
    expect(change.record).toEqual([])
  })

  it('is not taken before the work is done', () => {
    expect(rate(filed(), { level: 6 }, commitment, now)).toEqual({ refused: 'act_not_possible' })
    expect(rate(answered, { level: 6 }, commitment, now)).toEqual({ refused: 'act_not_possible' })
  })

  it('can be said again: the last word counts whole, the history keeps each', () => {
    const first = done(rate(closed, { level: 1, about: 'product', cause: 'price' }, commitment, now))
    const later = at('25', '09:00')
    const second = done(rate(first.after, { level: 5 }, commitment, later))
    expect(second.after.ticket.rating).toEqual({ level: 5, at: later })
    expect([...eventTypes(first), ...eventTypes(second)]).toEqual(['rated', 'rated'])
  })

  it('stays when the request is opened again', () => {
    const rated = stateAfter(rate(resolved, { level: 1 }, commitment, now))
    const reopened = stateAfter(customerReply(rated, { messageId: 'm2' }, commitment, at('24', '10:00')))
    expect(reopened.ticket).toMatchObject({ status: 'open', rating: { level: 1, at: now } })
    expect(rate(reopened, { level: 2 }, commitment, at('24', '11:00'))).toEqual({
      refused: 'act_not_possible',
    })
  })

  it('takes every cause under what it is about, and under nothing else', () => {
    for (const [of, causes] of Object.entries(ratingCauses)) {
      for (const cause of causes) {
        for (const about of [undefined, ...ratingAbouts]) {
          const result = rate(resolved, { level: 3, about, cause }, commitment, now)
          if (about === of)
            expect(done(result).after.ticket.rating).toEqual({ level: 3, about, cause, at: now })
          else expect(result).toEqual({ refused: 'cause_not_possible', pointer: '/cause' })
        }
      }
    }
  })

  it('may leave the cause out, and comes back from storage the same', () => {
    const [event] = done(rate(resolved, { level: 4, about: 'convenience' }, commitment, now)).events
    expect(event?.data).toStrictEqual({ type: 'rated', level: 4, about: 'convenience' })
    expect(event && eventFromJson(JSON.parse(JSON.stringify(eventToJson(event.data))))).toStrictEqual(
      event?.data,
    )
  })

  it('has no cause that lies under two', () => {
    const all = Object.values(ratingCauses).flat()
    expect(new Set(all).size).toBe(all.length)
  })
})
