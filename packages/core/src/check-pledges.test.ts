import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import { monday } from '../test/example-ticket.ts'
import { checkCommitment } from './check-commitment.ts'
import type { Commitment, Pledge, PledgeScope } from './commitment.ts'
import type { Milestone } from './vocabulary.ts'

const pledge = (id: string, scope: PledgeScope = {}, more: Partial<Pledge> = {}): Pledge => ({
  id,
  for: scope,
  milestone: 'first_reply',
  within: { amount: 4, unit: 'working_hour' },
  calendar: 'office',
  ...more,
})

const withPledges = (...pledges: Pledge[]): Commitment => ({ ...exampleCommitment, pledges })
const withInternal = (...internalPledges: Pledge[]): Commitment => ({ ...exampleCommitment, internalPledges })

const check = (commitment: Commitment) => checkCommitment(commitment, monday)
const found = (commitment: Commitment) => check(commitment).map(({ pointer, code }) => [pointer, code])
const over = (...ids: string[]) => ({ moreSpecificThan: ids })

describe('pledges of one milestone', () => {
  it('may not both be for one request unless one says that it comes before the other', () => {
    const [warranty, partner] = [
      pledge('a', { kinds: ['warranty'] }),
      pledge('b', { customerTypes: ['partner'] }),
    ]
    expect(check(withPledges(warranty, partner))).toEqual([
      {
        pointer: '/pledges/1',
        code: 'pledges_compete',
        message: expect.stringContaining(
          '"b" and "a" are both for a request with kind warranty, customer type partner',
        ),
      },
    ])
    expect(found(withPledges(warranty, { ...partner, ...over('a') }))).toEqual([])
    expect(found(withPledges({ ...warranty, ...over('b') }, partner))).toEqual([])
  })

  it('compete even where one has more conditions than the other', () => {
    expect(
      found(withPledges(pledge('a'), pledge('b', { kinds: ['warranty'], priorities: ['high'] }))),
    ).toEqual([['/pledges/1', 'pledges_compete']])
  })

  it.each<[string, PledgeScope, PledgeScope]>([
    ['kinds', { kinds: ['warranty'] }, { kinds: ['support'] }],
    ['categories', { categories: ['fridge'] }, { categories: ['phone'] }],
    ['priorities', { priorities: ['low', 'normal'] }, { priorities: ['high'] }],
    ['customer types', { customerTypes: ['consumer'] }, { customerTypes: ['partner'] }],
    ['tiers', { tiers: ['A'] }, { tiers: ['B', 'C'] }],
    ['channels', { channels: ['widget'] }, { channels: ['phone'] }],
  ])('do not compete when no request has both of their %s', (_, one, other) => {
    expect(found(withPledges(pledge('a', one), pledge('b', other)))).toEqual([])
  })

  it('do not compete with those of another milestone', () => {
    expect(found(withPledges(pledge('a'), pledge('b', {}, { milestone: 'resolution' })))).toEqual([])
  })

  it('come before others also through a third', () => {
    const chain = [
      pledge('a'),
      pledge('b', { kinds: ['warranty'] }, over('a')),
      pledge('c', { kinds: ['warranty'], channels: ['phone'] }, over('b')),
    ]
    expect(found(withPledges(...chain))).toEqual([])
  })

  it('need not say who comes first where a third always comes before both', () => {
    const both = pledge('c', { kinds: ['warranty'], customerTypes: ['partner'] }, over('a', 'b'))
    expect(
      found(
        withPledges(pledge('a', { kinds: ['warranty'] }), pledge('b', { customerTypes: ['partner'] }), both),
      ),
    ).toEqual([])
  })

  it('are each got by some request', () => {
    const all = pledge('c', { kinds: ['warranty'] }, over('a', 'b'))
    const faults = check(
      withPledges(
        pledge('a', { kinds: ['warranty'], priorities: ['low'] }),
        pledge('b', { kinds: ['warranty'], priorities: ['high'] }),
        all,
      ),
    )
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/pledges/0', 'pledge_overridden'],
      ['/pledges/1', 'pledge_overridden'],
    ])
    expect(faults[0]?.message).toContain('"a"')
  })

  it('of a call are for those who asked to be called', () => {
    const call = (scope: PledgeScope) => withPledges(pledge('a', scope, { milestone: 'callback_made' }))
    expect(found(call({ kinds: ['warranty', 'support'] }))).toEqual([
      ['/pledges/0/for', 'pledge_unreachable'],
    ])
    expect(found(call({ kinds: ['callback'] }))).toEqual([])
    expect(found(call({}))).toEqual([])
  })

  it('ask for nothing that no request can be', () => {
    expect(found(withPledges(pledge('a', { kinds: [] })))).toEqual([['/pledges/0/for', 'pledge_unreachable']])
  })

  it('leave the time to settle to the remedy', () => {
    expect(found(withPledges(pledge('a', {}, { milestone: 'remedy_settled' })))).toEqual([
      ['/pledges/0/milestone', 'pledge_unreachable'],
    ])
  })

  it('stay quick to check, however many there are', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      pledge(`p${index}`, { categories: [`c${index}`], customerTypes: ['consumer', 'partner'] }),
    )
    expect(found(withPledges(...many))).toEqual([])
  })
})

describe('which comes before which', () => {
  const named = (...ids: string[]) =>
    found(
      withPledges(pledge('a', { kinds: ['warranty'] }, over(...ids)), pledge('b', { kinds: ['support'] })),
    )
  it('is said of pledges that are there', () => {
    expect(named('nobody')).toEqual([['/pledges/0/moreSpecificThan/0', 'pledge_unknown']])
  })
  it('is not said of oneself', () => {
    expect(named('b', 'a')).toEqual([['/pledges/0/moreSpecificThan/1', 'more_specific_than_itself']])
  })
  it('is not said of another milestone', () => {
    const other = pledge('b', {}, { milestone: 'resolution' })
    expect(found(withPledges(pledge('a', {}, over('b')), other))).toEqual([
      ['/pledges/0/moreSpecificThan/0', 'milestone_differs'],
    ])
  })
  it('does not go round in a circle', () => {
    const circle = [pledge('a', {}, over('b')), pledge('b', {}, over('c')), pledge('c', {}, over('a'))]
    expect(found(withPledges(...circle))).toEqual(
      [0, 1, 2].map((place) => [`/pledges/${place}/moreSpecificThan/0`, 'more_specific_in_circle']),
    )
  })
})

describe('a pledge', () => {
  it('gives some time', () => {
    for (const unit of ['minute', 'hour', 'working_minute', 'working_hour'] as const) {
      expect(found(withPledges(pledge('a', {}, { within: { amount: 0, unit } })))).toEqual([
        ['/pledges/0/within/amount', 'pledge_unmeetable'],
      ])
    }
    // The end of the same day is some time.
    expect(found(withPledges(pledge('a', {}, { within: { amount: 0, unit: 'calendar_day' } })))).toEqual([])
  })

  it('is due some day', () => {
    const once = { timeZone: 'Asia/Ho_Chi_Minh', week: {}, dates: { '2026-11-24': ['08:00-12:00'] } }
    const rare = (amount: number): Commitment => ({
      ...withPledges(pledge('a', {}, { within: { amount, unit: 'working_hour' } })),
      calendars: { office: once },
    })
    expect(found(rare(4))).toEqual([])
    expect(found(rare(5))).toEqual([['/pledges/0/within', 'pledge_unmeetable']])
  })

  it('warns in order, at a share of its time', () => {
    const at = (...shares: number[]) =>
      found(
        withPledges(pledge('a', {}, { warnings: shares.map((atPercent) => ({ atPercent, to: 'lead' })) })),
      )
    expect(at(50, 80)).toEqual([])
    expect(at(1, 99)).toEqual([])
    expect(at(80, 50)).toEqual([['/pledges/0/warnings/1/atPercent', 'warnings_out_of_order']])
    expect(at(50, 50)).toEqual([['/pledges/0/warnings/1/atPercent', 'warnings_out_of_order']])
    for (const share of [0, 100, 50.5])
      expect(at(share)).toEqual([['/pledges/0/warnings/0/atPercent', 'warning_share_invalid']])
  })

  it('warns a contact that can be written to', () => {
    const warns = pledge('a', {}, { warnings: [{ atPercent: 80, to: 'contact' }] })
    const [contact] = exampleCommitment.escalation
    if (!contact) throw new Error('The example names a contact')
    const { email: _, ...unreachable } = contact
    expect(found(withPledges(warns))).toEqual([])
    for (const escalation of [[], [unreachable]]) {
      expect(found({ ...withPledges(warns), escalation })).toEqual([
        ['/pledges/0/warnings/0/to', 'contact_missing'],
      ])
    }
  })

  it('cites only exclusions that are published', () => {
    expect(found(withPledges(pledge('a', {}, { exclusions: ['misuse', 'weather'] })))).toEqual([
      ['/pledges/0/exclusions/1', 'exclusion_unknown'],
    ])
  })

  it('is missed by one bound of a number', () => {
    const when = (missedWhen: NonNullable<Pledge['missedWhen']>) =>
      found(withPledges(pledge('a', {}, { missedWhen })))
    expect(when({ fact: 'failed_repairs', atLeast: 3 })).toEqual([])
    expect(when({ fact: 'failed_repairs' })).toEqual([['/pledges/0/missedWhen', 'one_bound_needed']])
    expect(when({ fact: 'failed_repairs', atLeast: 3, below: 9 })).toEqual([
      ['/pledges/0/missedWhen', 'one_bound_needed'],
    ])
  })

  it('to customers names no department', () => {
    expect(found(withPledges(pledge('a', { departments: ['service'] })))).toContainEqual([
      '/pledges/0/for/departments',
      'departments_internal_only',
    ])
  })
})

describe('a pledge between departments', () => {
  const internal = (milestone: Milestone, more: Partial<Pledge> = {}) =>
    pledge('inside', { departments: ['service'] }, { milestone, ...more })

  it('waits for the next reply or the resolution', () => {
    expect(found(withInternal(internal('next_reply')))).toEqual([])
    expect(found(withInternal(internal('resolution')))).toEqual([])
    for (const milestone of ['first_reply', 'callback_made', 'remedy_settled'] as const) {
      expect(found(withInternal(internal(milestone)))).toContainEqual([
        '/internalPledges/0/milestone',
        'milestone_not_internal',
      ])
    }
  })

  it('owes nothing', () => {
    const remedy = exampleCommitment.pledges.find((one) => one.remedy)?.remedy
    if (!remedy) throw new Error('The example owes something')
    expect(found(withInternal(internal('next_reply', { remedy })))).toEqual([
      ['/internalPledges/0/remedy', 'remedy_not_internal'],
    ])
  })

  it('has an id of its own', () => {
    expect(found(withInternal(internal('next_reply', { id: 'next-reply' })))).toEqual([
      ['/internalPledges/0/id', 'id_repeated'],
    ])
    const other = pledge('inside', { departments: ['sales'] }, { milestone: 'next_reply' })
    expect(found(withInternal(internal('next_reply'), other))).toEqual([
      ['/internalPledges/1/id', 'id_repeated'],
    ])
  })

  it('competes only where one department gets both', () => {
    const next = internal('next_reply')
    const other = (departments: string[]) => pledge('other', { departments }, { milestone: 'next_reply' })
    expect(found(withInternal(next, other(['sales'])))).toEqual([])
    expect(found(withInternal(next, other(['sales', 'service'])))).toEqual([
      ['/internalPledges/1', 'pledges_compete'],
    ])
  })

  it('keeps to the calendars, exclusions and languages of the document', () => {
    expect(found(withInternal(internal('next_reply', { calendar: 'night' })))).toEqual([
      ['/internalPledges/0/calendar', 'calendar_unknown'],
    ])
    expect(found(withInternal(internal('next_reply', { exclusions: ['weather'] })))).toEqual([
      ['/internalPledges/0/exclusions/0', 'exclusion_unknown'],
    ])
    expect(found(withInternal(internal('next_reply', { note: { vi: 'Gấp' } })))).toEqual([
      ['/internalPledges/0/note/en', 'text_missing'],
    ])
  })
})
