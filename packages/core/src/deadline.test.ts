import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import { at, deadlineOf, filed, monday } from '../test/example-ticket.ts'
import { dueAtResumed, remainingMillis, startDeadline, stateAt } from './deadline.ts'

const due = at('23', '14:30')
const justAfter = new Date(due.getTime() + 1)
const deadline = deadlineOf(filed(), 'first_reply')

describe('a deadline', () => {
  it('is due by its pledge and calendar', () => {
    expect(deadline).toMatchObject({
      number: 1,
      pledge: 'warranty-first-reply',
      startedAt: monday,
      dueAt: due,
    })
  })

  it('runs until its instant and is missed from the first moment after', () => {
    expect(stateAt(deadline, due)).toBe('running')
    expect(stateAt(deadline, justAfter)).toBe('missed')
  })

  it('is kept when met exactly on the instant, whenever one looks', () => {
    const later = at('30', '09:00')
    expect(stateAt({ ...deadline, metAt: due }, later)).toBe('kept')
    expect(stateAt({ ...deadline, metAt: justAfter }, later)).toBe('missed')
  })

  it('stays missed once that is on record, even if a slower clock says that it was met in time', () => {
    expect(stateAt({ ...deadline, missedAt: due, metAt: monday }, justAfter)).toBe('missed')
  })

  it('is not missed while it is paused, and never when it does not apply', () => {
    expect(stateAt({ ...deadline, pausedAt: monday }, justAfter)).toBe('paused')
    const excluded = { at: monday, reason: 'duplicate' }
    expect(stateAt({ ...deadline, excluded }, justAfter)).toBe('excluded')
  })

  it('tells what remains: negative once late, standing while paused, nothing once met', () => {
    expect(remainingMillis(deadline, at('23', '14:29'))).toBe(60_000)
    expect(remainingMillis(deadline, justAfter)).toBe(-1)
    expect(remainingMillis({ ...deadline, pausedAt: at('23', '14:00') }, justAfter)).toBe(30 * 60_000)
    expect(remainingMillis({ ...deadline, metAt: monday }, justAfter)).toBeUndefined()
  })

  it('goes on with the open time that was left when its pause ends', () => {
    const paused = { ...deadline, pausedAt: at('23', '11:00') }
    expect(dueAtResumed(paused, at('24', '11:00'), exampleCommitment)).toEqual(at('24', '14:30'))
  })

  it('is due at once, not in the past, when it was stopped with nothing left', () => {
    const stopped = { ...deadline, metAt: due }
    expect(dueAtResumed(stopped, at('25', '10:00'), exampleCommitment)).toEqual(at('25', '10:00'))
  })

  it('carries no member without a value', () => {
    const [pledge] = exampleCommitment.pledges
    if (!pledge) throw new Error('no pledge')
    expect(Object.keys(startDeadline(1, pledge, monday, exampleCommitment))).not.toContain('remedy')
  })
})
