import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, done, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { type HandOffInput, handOff } from './hand-off.ts'

const now = at('23', '10:00')
const reason = 'needs-parts'
const hand = (before = filed(), to: Omit<HandOffInput, 'reason' | 'by'> = { toDepartment: 'technical' }) =>
  handOff(before, { ...to, reason, by: tuan }, commitment, now)

describe('a hand-off', () => {
  it('counts every change of department or owner, with its public reason', () => {
    const moved = done(hand())
    expect(moved.events[0]?.data).toEqual({
      type: 'handed_off',
      fromDepartment: 'service',
      toDepartment: 'technical',
      reason,
    })
    const owned = stateAfter(hand(moved.after, { toDepartment: 'technical', toOwner: 'hoa' }))
    expect(owned.ticket).toMatchObject({ departmentId: 'technical', ownerId: 'hoa', handOffs: 2 })
  })

  it('without a new owner leaves it to the lead of the department', () => {
    const owned = stateAfter(hand(filed(), { toDepartment: 'service', toOwner: 'hoa' }))
    expect(stateAfter(hand(owned)).ticket.ownerId).toBeUndefined()
  })

  it('to where it already lies changes and counts nothing', () => {
    const owned = stateAfter(hand(filed(), { toDepartment: 'service', toOwner: 'hoa' }))
    const change = done(hand(owned, { toDepartment: 'service', toOwner: 'hoa' }))
    expect(change.events).toEqual([])
    expect(change.after).toEqual(owned)
  })

  it('stops no clock', () => {
    expect(stateAfter(hand()).deadlines).toEqual(filed().deadlines)
  })
})
