import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import type { Commitment, PledgeScope } from './commitment.ts'
import { matchPledges, type PledgeRequest } from './pledge.ts'

const request: PledgeRequest = {
  kind: 'warranty',
  category: 'fridge',
  priority: 'normal',
  customerType: 'partner',
  customerTier: 'B',
  channel: 'email',
}

/** First-reply pledges with these scopes, named by their place. */
function commitmentWith(...scopes: PledgeScope[]): Commitment {
  const pledges = scopes.map((scope, index) => ({
    id: `pledge-${index}`,
    for: scope,
    milestone: 'first_reply' as const,
    within: { amount: 1, unit: 'hour' as const },
    calendar: 'office',
  }))
  return { ...exampleCommitment, pledges }
}

const matchedId = (commitment: Commitment, asked = request) => matchPledges(commitment, asked).first_reply?.id

describe('the pledges of a request', () => {
  it('are, for each milestone, the ones with the most conditions', () => {
    const matched = matchPledges(exampleCommitment, { ...request, priority: 'urgent' })
    expect(Object.entries(matched).map(([milestone, { id }]) => [milestone, id])).toEqual([
      ['first_reply', 'urgent-warranty-first-reply'],
      ['next_reply', 'next-reply'],
      ['resolution', 'warranty-resolution'],
    ])
  })

  it('are of equals the one that stands first', () => {
    expect(matchedId(commitmentWith({ kinds: ['warranty'] }, { channels: ['email'] }))).toBe('pledge-0')
    expect(matchedId(commitmentWith({ channels: ['email'] }, { kinds: ['warranty'] }))).toBe('pledge-0')
  })

  it.each<[string, PledgeScope, Partial<PledgeRequest>]>([
    ['kind', { kinds: ['complaint', 'warranty'] }, { kind: 'support' }],
    ['category', { categories: ['fridge'] }, { category: 'phone' }],
    ['priority', { priorities: ['normal'] }, { priority: 'high' }],
    ['customer type', { customerTypes: ['partner'] }, { customerType: 'consumer' }],
    ['tier', { tiers: ['A', 'B'] }, { customerTier: 'C' }],
    ['channel', { channels: ['email'] }, { channel: 'widget' }],
  ])('hold only for the %s that they name', (_, scope, other) => {
    const commitment = commitmentWith(scope)
    expect(matchedId(commitment)).toBe('pledge-0')
    expect(matchedId(commitment, { ...request, ...other })).toBeUndefined()
  })

  it('need a category and a tier where they name one', () => {
    const { category: _, customerTier: __, ...plain } = request
    expect(matchedId(commitmentWith({ categories: ['fridge'] }), plain)).toBeUndefined()
    expect(matchedId(commitmentWith({ tiers: ['A'] }), plain)).toBeUndefined()
  })
})

describe('a pledge that says it comes before another', () => {
  const saying = (...ids: string[][]): Commitment => {
    const plain = commitmentWith(
      { kinds: ['warranty'], channels: ['email'] },
      { channels: ['email'] },
      { customerTypes: ['partner'] },
    )
    const pledges = plain.pledges.map((pledge, index) => ({ ...pledge, moreSpecificThan: ids[index] ?? [] }))
    return { ...plain, pledges }
  }

  it('wins, whatever conditions the other has', () => {
    expect(matchedId(saying([], ['pledge-0'], ['pledge-1']))).toBe('pledge-2')
    expect(matchedId(saying([], ['pledge-0'], ['pledge-0']))).toBe('pledge-1')
  })

  it('wins through a third, also where the third is not for the request', () => {
    const commitment = saying([], ['pledge-0'], ['pledge-1'])
    const [first, second, third] = commitment.pledges
    if (!first || !second || !third) throw new Error('There are three')
    const elsewhere = { ...second, for: { channels: ['phone'] as const } }
    expect(matchedId({ ...commitment, pledges: [first, elsewhere, third] })).toBe('pledge-2')
  })
})
