import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import type { Commitment } from './commitment.ts'
import { refusedGrounds } from './refused-grounds.ts'

const commitment: Commitment = {
  ...exampleCommitment,
  pledges: exampleCommitment.pledges.map((pledge) =>
    pledge.id === 'warranty-resolution' ? { ...pledge, exclusions: ['worn'] } : pledge,
  ),
}

describe('a cited exclusion', () => {
  it('is one that is published, with the evidence that it asks for', () => {
    expect(refusedGrounds({}, commitment)).toEqual({ refused: 'exclusion_needed', pointer: '/exclusion' })
    expect(refusedGrounds({ exclusion: 'weather' }, commitment)?.refused).toBe('exclusion_unknown')
    expect(refusedGrounds({ exclusion: 'misuse' }, commitment)?.refused).toBe('evidence_needed')
    expect(refusedGrounds({ exclusion: 'misuse', evidence: ['att_1'] }, commitment)).toBeUndefined()
  })

  it('is one of those that the pledge allows, where it names some', () => {
    expect(refusedGrounds({ exclusion: 'worn' }, commitment, 'warranty-resolution')).toBeUndefined()
    const other = { exclusion: 'misuse', evidence: ['att_1'] }
    expect(refusedGrounds(other, commitment, 'warranty-resolution')?.refused).toBe('exclusion_unknown')
    expect(refusedGrounds(other, commitment, 'next-reply')).toBeUndefined()
  })
})
