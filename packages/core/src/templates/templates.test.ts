import { describe, expect, it } from 'vitest'
import { checkCommitment } from '../check-commitment.ts'
import { previewCommitment } from '../preview-commitment.ts'
import { kinds } from '../vocabulary.ts'
import { templates } from './templates.ts'

const timeZone = 'Asia/Ho_Chi_Minh'
const monday = new Date('2026-11-23T02:00:00Z')

describe('a template', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    '%s is a whole commitment that nothing keeps from being published',
    (_, { document }) => {
      const commitment = document({ timeZone })
      expect(checkCommitment(commitment, monday)).toEqual([])
      expect(commitment.languages).toEqual(['vi', 'en'])
      expect(commitment.pledges.length).toBeGreaterThan(0)
      expect(commitment.worstCases.length).toBeGreaterThan(0)
      expect(commitment.legalBasis.length).toBeGreaterThan(0)
    },
  )

  it.each(['shop', 'electronics', 'services'])('%s answers every kind of request', (id) => {
    const document = templates.find((template) => template.id === id)?.document({ timeZone })
    for (const kind of kinds) {
      const request = { kind, channel: 'widget', customerType: 'consumer' } as const
      const milestones = document && previewCommitment(request, document, monday, [])
      expect(milestones?.map(({ deadline }) => deadline.milestone)).toContain('first_reply')
    }
  })

  it('of the law answers a complaint on the seventh working day, and names no sum', () => {
    const document = templates.find(({ id }) => id === 'statutory')?.document({ timeZone })
    const request = { kind: 'complaint', channel: 'widget', customerType: 'consumer' } as const
    const preview = document && previewCommitment(request, document, monday, [60])
    expect(preview?.map(({ deadline, owed }) => [deadline.dueAt.toISOString(), owed])).toEqual([
      ['2026-12-02T10:30:00.000Z', []],
    ])
  })
})
