import { describe, expect, it } from 'vitest'
import { exampleCommitment, lateReplyRemedy } from '../test/example-commitment.ts'
import { at } from '../test/example-ticket.ts'
import { calendarNamed } from './deadline.ts'
import { oweRemedy } from './remedy.ts'

const office = calendarNamed('office', exampleCommitment)

describe('a remedy', () => {
  it('owes its first offer until the customer picks another, to be settled in time counted from the miss', () => {
    expect(oweRemedy(lateReplyRemedy, at('23', '14:30'), office)).toEqual({
      offers: lateReplyRemedy.choice,
      amount: { amount: 50_000, currency: 'VND' },
      settleBy: new Date('2026-12-01T17:30:00+07:00'),
    })
  })

  it('without any offer is no remedy', () => {
    expect(() => oweRemedy({ ...lateReplyRemedy, choice: [] }, at('23', '14:30'), office)).toThrow('offers')
  })
})
