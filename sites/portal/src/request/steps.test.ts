import type { TimelineEntry } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { stepsOf } from './steps.ts'

const filedAt = '2026-11-16T02:00:00Z'
const at = (event: TimelineEntry['event']): TimelineEntry => ({
  at: `2026-11-17T0${event.length % 10}:00:00Z`,
  event,
})
const told = (...[status, timeline]: [Parameters<typeof stepsOf>[0]['status'], TimelineEntry[]]) =>
  stepsOf({ status, filedAt, timeline }).map(
    ({ name, isDone, isNow }) => `${name}${isDone ? ' ✓' : ''}${isNow ? ' ←' : ''}`,
  )

describe('the steps of a request', () => {
  it('begin with its arrival', () => {
    expect(told('new', [])).toEqual(['received ✓ ←', 'answered', 'working', 'done'])
    expect(stepsOf({ status: 'new', filedAt, timeline: [] })[0]?.at).toBe(filedAt)
  })

  it('do not claim an answer that was not given', () => {
    expect(told('open', [at('handed_off')])).toEqual(['received ✓', 'answered', 'working ✓ ←', 'done'])
    expect(told('closed', [at('resolved')])).toEqual(['received ✓', 'answered', 'working', 'done ✓ ←'])
  })

  it('count a call as an answer, and end where it was resolved', () => {
    const timeline = [at('call_made'), at('resolved'), at('closed')]
    expect(told('closed', timeline)).toEqual(['received ✓', 'answered ✓', 'working ✓', 'done ✓ ←'])
    expect(stepsOf({ status: 'closed', filedAt, timeline })[3]?.at).toBe(timeline[1]?.at)
  })

  it('go back to work when it is opened again', () => {
    expect(told('open', [at('answered'), at('resolved'), at('reopened')])).toEqual([
      'received ✓',
      'answered ✓',
      'working ✓ ←',
      'done',
    ])
  })
})
