import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { at, eventTypes, filed, stateAfter, tuan } from '../test/example-ticket.ts'
import { close } from './close.ts'
import { note } from './note.ts'
import { recordMisses } from './record-misses.ts'
import { resolve } from './resolve.ts'

const due = at('23', '14:30')
const justAfter = new Date(due.getTime() + 1)

describe('recording misses', () => {
  it('finds nothing exactly on the due instant', () => {
    expect(recordMisses(filed(), commitment, due)).toBeUndefined()
  })

  it('records a miss from the first moment after, with the remedy it owes', () => {
    const change = recordMisses(filed(), commitment, justAfter)
    expect(change?.events).toEqual([
      {
        sequence: 4,
        at: justAfter,
        by: { type: 'system' },
        data: { type: 'deadline_missed', number: 1, dueAt: due },
      },
      {
        sequence: 5,
        at: justAfter,
        by: { type: 'system' },
        data: {
          type: 'remedy_owed',
          number: 1,
          deadlineNumber: 1,
          pledge: 'warranty-first-reply',
          owedAt: due,
        },
      },
      {
        sequence: 6,
        at: justAfter,
        by: { type: 'system' },
        data: {
          type: 'deadline_started',
          number: 3,
          pledge: 'warranty-first-reply',
          milestone: 'remedy_settled',
          startedAt: due,
          within: { amount: 7, unit: 'working_day' },
          calendar: 'office',
          dueAt: new Date('2026-12-01T17:30:00+07:00'),
          remedyNumber: 1,
        },
      },
    ])
    expect(change?.after.deadlines[0]?.missedAt).toEqual(due)
    expect(change?.after.remedies[0]).toMatchObject({ state: 'owed', owedAt: due })
    // The customer is told once: here, not by whatever records the next thing.
    expect(change?.notices).toEqual([{ kind: 'remedy', remedyNumber: 1 }])
  })

  it('owes the same, settled by the same time, however late the sweep comes', () => {
    const soon = recordMisses(filed(), commitment, justAfter)?.after.remedies[0]
    const late = recordMisses(filed(), commitment, at('27', '10:00'))?.after.remedies[0]
    expect(late).toEqual(soon)
  })

  it('records each miss once', () => {
    const change = recordMisses(filed(), commitment, justAfter)
    if (!change) throw new Error('nothing recorded')
    expect(recordMisses(change.after, commitment, at('24', '09:00'))).toBeUndefined()
  })

  it('records a miss without a remedy where the pledge names none', () => {
    const change = recordMisses(filed('suggestion'), commitment, at('25', '09:00'))
    expect(change && eventTypes(change)).toEqual(['deadline_missed'])
  })

  it('is part of every act, so that the history is in order', () => {
    expect(eventTypes(note(filed(), { messageId: 'm1', by: tuan }, commitment, justAfter))).toEqual([
      'deadline_missed',
      'remedy_owed',
      'deadline_started',
      'noted',
    ])
  })

  it('never recomputes a closed ticket', () => {
    const duplicate = stateAfter(resolve(filed(), { outcome: 'duplicate', by: tuan }, commitment, due))
    const closed = stateAfter(close(duplicate, { by: tuan }, commitment, due))
    expect(recordMisses(closed, commitment, new Date('2027-06-01T09:00:00+07:00'))).toBeUndefined()
  })
})

it('a sweep that comes after the settle-by time too records both misses in one run', () => {
  const change = recordMisses(filed(), commitment, new Date('2026-12-24T09:00:00+07:00'))
  if (!change) throw new Error('nothing recorded')
  const missed = change.events.flatMap(({ data }) => (data.type === 'deadline_missed' ? data.number : []))
  expect(missed).toContain(3)
  expect(recordMisses(change.after, commitment, new Date('2026-12-24T09:00:00+07:00'))).toBeUndefined()
})
