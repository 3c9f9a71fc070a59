import { describe, expect, it } from 'vitest'
import { exampleCommitment as commitment } from '../test/example-commitment.ts'
import { monday } from '../test/example-ticket.ts'
import { previewCommitment } from './preview-commitment.ts'

const request = { kind: 'warranty', channel: 'widget', customerType: 'consumer' } as const

describe('a made-up request', () => {
  const preview = previewCommitment(request, commitment, monday, [1, 60])

  it('gets the deadlines that a real one would, and that of a next reply', () => {
    expect(preview.map(({ deadline }) => [deadline.pledge, deadline.dueAt.toISOString()])).toEqual([
      ['warranty-first-reply', '2026-11-23T07:30:00.000Z'],
      ['warranty-resolution', '2026-12-01T10:30:00.000Z'],
      ['next-reply', '2026-11-24T02:00:00.000Z'],
    ])
  })

  it('is owed what the pledge says once it is late, at the instants that are asked for', () => {
    const [first] = preview
    expect(first?.owed.map(({ at, owed }) => [at.toISOString(), owed.amount])).toEqual([
      ['2026-11-23T07:31:00.000Z', { amount: 50_000, currency: 'VND' }],
      ['2026-11-23T08:30:00.000Z', { amount: 50_000, currency: 'VND' }],
    ])
  })

  it('is owed nothing by a pledge without a remedy', () => {
    const [only] = previewCommitment({ ...request, kind: 'support' }, commitment, monday, [1])
    expect(only).toMatchObject({ deadline: { pledge: 'first-reply' }, owed: [] })
  })
})
