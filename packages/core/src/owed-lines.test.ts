import { describe, expect, it } from 'vitest'
import { at, monday, stateAfter, tuan } from '../test/example-ticket.ts'
import { commitmentOwing, later, story } from '../test/remedy-story.ts'
import { chooseRemedy } from './choose-remedy.ts'
import type { Accrual, Offer, Remedy, Tier } from './commitment.ts'
import { offersOf } from './offers-of.ts'
import type { Owed } from './owed-at.ts'
import { resolve } from './resolve.ts'
import type { Facts } from './vocabulary.ts'
import { waiveRemedy } from './waive-remedy.ts'

const dayMillis = 86_400_000
const money = (amount: number): Offer => ({ type: 'money', value: { amount, currency: 'VND' } })
const days = (count: number): Offer => ({ type: 'service_days', days: count })
const share = (percent: number): Offer => ({ type: 'percent_of', of: 'order', percent })
const vnd = (amount: number) => ({ amount, currency: 'VND' })
const replace: Offer = { type: 'replace' }
const each = { amount: 1, unit: 'calendar_day' } as const
const perDay: Accrual = { type: 'per', each, count: 'started' }
const byTime = (owes: 'sum' | 'last', tiers: readonly Tier[]): Partial<Remedy> => ({
  choice: [],
  accrual: { type: 'tiers', by: { type: 'time', owes, each, count: 'started' }, tiers },
})
const byFact = (tiers: readonly Tier[]): Partial<Remedy> => ({
  choice: [],
  accrual: { type: 'tiers', by: { type: 'fact', fact: 'own', bounds: 'from' }, tiers },
})
const cap = (amount: number) => ({ type: 'amount', value: vnd(amount) }) as const
const half = { fact: 'soon', atMost: 10, percent: 50 }
/** 1 January 2027 is long after every settle-by time. */
const late = { type: 'automatic', payWithin: { amount: 1, unit: 'calendar_day' } } as const
const never = { type: 'automatic', payWithin: { amount: 12, unit: 'month' } } as const

/** Filed on Monday 23 November, due at the end of Wednesday. */
const due = at('26', '00:00')

function owedOf(more: Partial<Remedy>, dayNumber: number, facts: Facts = {}): Owed | undefined {
  const commitment = commitmentOwing({
    choice: [money(50)],
    accrual: { type: 'once' },
    settlement: never,
    ...more,
  })
  const life = story(commitment, {}, monday)
  if (Object.keys(facts).length > 0) life.note(monday, facts)
  return life.owed(later(due, (dayNumber - 1) * dayMillis + 1))
}

const nothing = { lines: [], goods: [], factsNeeded: [] }
/** The midnight with which so many days after the deadline are over. */
const end = (dayCount: number) => ({ finalAt: later(due, dayCount * dayMillis) })

const three: readonly Tier[] = [
  { from: 1, to: 2, offer: money(10) },
  { from: 3, to: 3, offer: money(20) },
  { from: 4, offer: money(40) },
]

type Row = [string, Partial<Remedy>, number, Facts, Owed]
const rows: Row[] = [
  [
    'a sum',
    {},
    1,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: money(50), amount: 50 }], amount: vnd(50), ...end(0) },
  ],
  [
    'a thing',
    { choice: [replace] },
    1,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: replace }], goods: [replace], ...end(0) },
  ],
  [
    'days',
    { choice: [days(3)] },
    1,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: days(3), days: 3 }], days: 3, ...end(0) },
  ],
  [
    'a share of nothing',
    { choice: [share(10)] },
    1,
    { order_amount: 0 },
    { ...nothing, lines: [{ reason: 'missed', offer: share(10) }], ...end(0) },
  ],
  [
    'a share of what nobody has noted',
    { choice: [share(10)] },
    1,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: share(10) }], factsNeeded: ['order_amount'], ...end(0) },
  ],
  [
    'a sum, at most a share of what nobody has noted',
    { cap: { type: 'percent_of', of: 'item', percent: 10 } },
    1,
    {},
    {
      ...nothing,
      lines: [{ reason: 'missed', offer: money(50), amount: 50 }],
      factsNeeded: ['item_amount'],
      ...end(0),
    },
  ],
  [
    'for each day, at most a share of nothing',
    { accrual: perDay, cap: { type: 'percent_of', of: 'item', percent: 10 } },
    2,
    { item_amount: 0 },
    {
      ...nothing,
      lines: [
        { reason: 'units', offer: money(50), units: 1, each, amount: 50 },
        { reason: 'capped', amount: -50 },
      ],
      ...end(0),
    },
  ],
  [
    'for each day, growing',
    { accrual: perDay, cap: cap(120) },
    2,
    {},
    {
      ...nothing,
      lines: [{ reason: 'units', offer: money(50), units: 2, each, amount: 100 }],
      amount: vnd(100),
    },
  ],
  [
    'for each day, cut off',
    { accrual: perDay, cap: cap(120) },
    3,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'units', offer: money(50), units: 3, each, amount: 150 },
        { reason: 'capped', amount: -30 },
      ],
      amount: vnd(120),
      ...end(2),
    },
  ],
  [
    'days for each day, cut off',
    { choice: [days(2)], accrual: perDay, cap: { type: 'days', days: 5 } },
    9,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'units', offer: days(2), units: 3, each, days: 6 },
        { reason: 'capped', days: -1 },
      ],
      days: 5,
      ...end(2),
    },
  ],
  [
    'days for each day, up to just the limit',
    { choice: [days(2)], accrual: perDay, cap: { type: 'days', days: 4 } },
    9,
    {},
    {
      ...nothing,
      lines: [{ reason: 'units', offer: days(2), units: 2, each, days: 4 }, { reason: 'capped' }],
      days: 4,
      ...end(1),
    },
  ],
  [
    'a sum and the days are not mixed up by a cap in days',
    { accrual: perDay, cap: { type: 'days', days: 1 } },
    3,
    {},
    {
      ...nothing,
      lines: [{ reason: 'units', offer: money(50), units: 3, each, amount: 150 }],
      amount: vnd(150),
    },
  ],
  [
    'steps added up',
    byTime('sum', three),
    5,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(10), units: 2, each, amount: 20 },
        { reason: 'tier', offer: money(20), units: 1, each, amount: 20 },
        { reason: 'tier', offer: money(40), units: 2, each, amount: 80 },
      ],
      amount: vnd(120),
    },
  ],
  [
    'steps added up, not yet the second',
    byTime('sum', three),
    2,
    {},
    {
      ...nothing,
      lines: [{ reason: 'tier', offer: money(10), units: 2, each, amount: 20 }],
      amount: vnd(20),
    },
  ],
  [
    'steps added up, cut off in the third',
    { ...byTime('sum', three), cap: cap(90) },
    99,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(10), units: 2, each, amount: 20 },
        { reason: 'tier', offer: money(20), units: 1, each, amount: 20 },
        { reason: 'tier', offer: money(40), units: 2, each, amount: 80 },
        { reason: 'capped', amount: -30 },
      ],
      amount: vnd(90),
      ...end(4),
    },
  ],
  [
    'steps added up, to the end of the scale',
    byTime('sum', three.slice(0, 2)),
    99,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(10), units: 2, each, amount: 20 },
        { reason: 'tier', offer: money(20), units: 1, each, amount: 20 },
      ],
      amount: vnd(40),
      ...end(2),
    },
  ],
  [
    'steps of days added up, cut off',
    {
      ...byTime('sum', [
        { from: 1, to: 2, offer: days(1) },
        { from: 3, offer: days(3) },
      ]),
      cap: { type: 'days', days: 7 },
    },
    99,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: days(1), units: 2, each, days: 2 },
        { reason: 'tier', offer: days(3), units: 2, each, days: 6 },
        { reason: 'capped', days: -1 },
      ],
      days: 7,
      ...end(3),
    },
  ],
  [
    'things given once in each step',
    byTime('sum', [
      { from: 1, to: 2, offer: { type: 'repair' } },
      { from: 3, offer: replace },
    ]),
    99,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: { type: 'repair' } },
        { reason: 'tier', offer: replace },
      ],
      goods: [{ type: 'repair' }, replace],
      ...end(2),
    },
  ],
  [
    'the step reached',
    byTime('last', three),
    3,
    {},
    { ...nothing, lines: [{ reason: 'tier', offer: money(20), amount: 20 }], amount: vnd(20) },
  ],
  [
    'the last step',
    byTime('last', three),
    9,
    {},
    { ...nothing, lines: [{ reason: 'tier', offer: money(40), amount: 40 }], amount: vnd(40), ...end(3) },
  ],
  [
    'the step that comes to the limit',
    { ...byTime('last', three), cap: cap(20) },
    9,
    {},
    {
      ...nothing,
      lines: [{ reason: 'tier', offer: money(20), amount: 20 }, { reason: 'capped' }],
      amount: vnd(20),
      ...end(2),
    },
  ],
  [
    'the step of days that comes to the limit',
    {
      ...byTime('last', [
        { from: 1, to: 2, offer: days(1) },
        { from: 3, to: 4, offer: days(5) },
        { from: 5, offer: days(9) },
      ]),
      cap: { type: 'days', days: 4 },
    },
    9,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: days(5), days: 5 },
        { reason: 'capped', days: -1 },
      ],
      days: 4,
      ...end(2),
    },
  ],
  [
    'half of a step',
    byFact([{ from: 0, offer: money(75), reduced: half }]),
    1,
    { own: 0, soon: 10 },
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(75), amount: 75 },
        { reason: 'reduced', offer: money(75), amount: -37 },
      ],
      amount: vnd(38),
      ...end(0),
    },
  ],
  [
    'all of a step',
    byFact([{ from: 0, offer: money(75), reduced: half }]),
    1,
    { own: 0, soon: 11 },
    { ...nothing, lines: [{ reason: 'tier', offer: money(75), amount: 75 }], amount: vnd(75), ...end(0) },
  ],
  [
    'half the days of a step at least, as long as nobody knows',
    byFact([{ from: 0, offer: days(4), reduced: half }]),
    1,
    { own: 0 },
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: days(4), days: 4 },
        { reason: 'reduced', offer: days(4), days: -2 },
      ],
      days: 2,
      factsNeeded: ['soon'],
      ...end(0),
    },
  ],
  [
    'half of each step until the limit',
    { ...byTime('sum', [{ from: 1, offer: money(50), reduced: half }]), cap: cap(60) },
    9,
    { soon: 10 },
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(50), units: 3, each, amount: 150 },
        { reason: 'reduced', offer: money(50), units: 3, each, amount: -75 },
        { reason: 'capped', amount: -15 },
      ],
      amount: vnd(60),
      ...end(2),
    },
  ],
  [
    'all of each step until the limit',
    { ...byTime('sum', [{ from: 1, offer: money(50), reduced: half }]), cap: cap(60) },
    9,
    { soon: 11 },
    {
      ...nothing,
      lines: [
        { reason: 'tier', offer: money(50), units: 2, each, amount: 100 },
        { reason: 'capped', amount: -40 },
      ],
      amount: vnd(60),
      ...end(1),
    },
  ],
  [
    'nothing, by a number below the scale',
    byFact([{ from: 5, offer: money(1) }]),
    1,
    { own: 4 },
    { ...nothing, ...end(0) },
  ],
  [
    'nothing certain, by a number that nobody has noted',
    byFact([{ from: 5, offer: money(1) }]),
    1,
    {},
    { ...nothing, factsNeeded: ['own'], ...end(0) },
  ],
  [
    'a sum, and days alongside that have come to their limit',
    { alongside: { offer: days(2), accrual: perDay, cap: { type: 'days', days: 3 } } },
    5,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'alongside', offer: days(2), units: 2, each, days: 4 },
        { reason: 'capped', days: -1 },
      ],
      amount: vnd(50),
      days: 3,
      ...end(1),
    },
  ],
  [
    'a sum, and days alongside that still grow',
    { alongside: { offer: days(1), accrual: perDay } },
    2,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'alongside', offer: days(1), units: 2, each, days: 2 },
      ],
      amount: vnd(50),
      days: 2,
    },
  ],
  [
    'a sum, and a share alongside that nobody can compute: at least the sum',
    { alongside: { offer: share(10), accrual: { type: 'once' } } },
    1,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'alongside', offer: share(10) },
      ],
      atLeast: vnd(50),
      factsNeeded: ['order_amount'],
      ...end(0),
    },
  ],
  [
    'a sum, and one alongside up to what nobody can compute',
    {
      alongside: {
        offer: money(9),
        accrual: { type: 'once' },
        cap: { type: 'percent_of', of: 'item', percent: 1 },
      },
    },
    1,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'alongside', offer: money(9), amount: 9 },
      ],
      factsNeeded: ['item_amount'],
      ...end(0),
    },
  ],
  [
    'the sum doubled, not what is alongside',
    {
      alongside: { offer: days(2), accrual: { type: 'once' } },
      settlement: { ...late, latePenalty: 'same_again' },
    },
    9,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'alongside', offer: days(2), days: 2 },
        { reason: 'late_penalty', amount: 50 },
      ],
      amount: vnd(100),
      days: 2,
      ...end(0),
    },
  ],
  [
    'the days doubled',
    { choice: [days(2)], settlement: { ...late, latePenalty: 'same_again' } },
    9,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: days(2), days: 2 },
        { reason: 'late_penalty', days: 2 },
      ],
      days: 4,
      ...end(0),
    },
  ],
  [
    'a thing, which is not doubled',
    { choice: [replace], settlement: { ...late, latePenalty: 'same_again' } },
    9,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: replace }], goods: [replace], ...end(0) },
  ],
  [
    'no penalty where none is promised',
    { settlement: late },
    9,
    {},
    { ...nothing, lines: [{ reason: 'missed', offer: money(50), amount: 50 }], amount: vnd(50), ...end(0) },
  ],
  [
    'more on top of the cap when late',
    { cap: cap(50), settlement: { ...late, latePenalty: { type: 'money', value: vnd(7) } } },
    9,
    {},
    {
      ...nothing,
      lines: [
        { reason: 'missed', offer: money(50), amount: 50 },
        { reason: 'late_penalty', offer: money(7), amount: 7 },
      ],
      amount: vnd(57),
      ...end(0),
    },
  ],
]

describe('what is owed, line by line', () => {
  it.each(rows)('%s', (_, remedy, dayNumber, facts, owed) => {
    expect(owedOf(remedy, dayNumber, facts)).toEqual(owed)
  })

  it('is nothing before the deadline, also when asked of what is owed later', () => {
    const life = story(
      commitmentOwing({ choice: [money(50)], accrual: perDay, settlement: never }),
      {},
      monday,
    )
    const state = life.stateAt(later(due, 1))
    const [remedy] = state.remedies
    if (!remedy) throw new Error('Nothing is owed')
    life.act(later(due, 1), (before, commitment, now) =>
      resolve(before, { outcome: 'repaired', messageId: 'm', by: tuan }, commitment, now),
    )
    for (const now of [monday, later(due, -1), due]) expect(life.owed(now) ?? nothing).toEqual(nothing)
  })

  it('ends with the work, where that comes before the cap', () => {
    const terms = {
      choice: [money(50)],
      accrual: perDay,
      cap: { type: 'count', units: 5 },
      settlement: never,
    } as const
    const life = story(commitmentOwing(terms), {}, monday)
    const done = later(due, 1.5 * dayMillis)
    life.resolve(done)
    expect(life.owed(later(due, 9 * dayMillis))).toMatchObject({ amount: vnd(100), finalAt: done })
  })
})

describe('what a scale offers before its number is known', () => {
  const offersWith = (facts: Facts, tiers: readonly Tier[]) => {
    const remedy = { choice: [], settlement: never, ...byFact(tiers) } as unknown as Remedy
    const life = story(commitmentOwing(remedy), {}, monday)
    if (Object.keys(facts).length > 0) life.note(monday, facts)
    const state = life.stateAt(later(due, 1))
    const [owed] = state.remedies
    return owed && offersOf(owed, state, life.commitment, later(due, 1))
  }
  const shares: readonly Tier[] = [
    { from: 0, to: 5, offer: share(100) },
    { from: 5, to: 9, offer: share(10) },
    { from: 9, offer: share(30) },
  ]

  it('is the least of its steps, by share or by sum', () => {
    expect(offersWith({}, shares)).toEqual([share(10)])
    expect(offersWith({ order_amount: 1_000 }, shares)).toEqual([share(10)])
    expect(
      offersWith({}, [
        { from: 0, to: 1, offer: days(9) },
        { from: 1, offer: days(3) },
      ]),
    ).toEqual([days(3)])
    expect(
      offersWith({ order_amount: 1_000 }, [
        { from: 0, to: 1, offer: share(1) },
        { from: 1, offer: money(9) },
      ]),
    ).toEqual([money(9)])
    expect(offersWith({ own: 0 }, shares)).toEqual([share(100)])
  })
})

describe('the history of a waiver', () => {
  const waived = (more: { evidence?: readonly string[]; messageId?: string }) => {
    const life = story(
      commitmentOwing({ choice: [money(50)], accrual: { type: 'once' }, settlement: never }),
      {},
      monday,
    )
    const now = later(due, dayMillis)
    life.act(now, (before, commitment) => chooseRemedy(before, { number: 1, offer: 0 }, commitment, now))
    const result = life.act(now, (before, commitment) =>
      waiveRemedy(before, { number: 1, exclusion: 'worn', by: tuan, ...more }, commitment, now),
    )
    stateAfter(result)
    return 'events' in result ? result : undefined
  }

  it('names the exclusion, the evidence and the words that go with it, and nothing that was not given', () => {
    expect(waived({ evidence: ['att_1'], messageId: 'msg_1' })).toMatchObject({
      notices: [{ kind: 'remedy', remedyNumber: 1, messageId: 'msg_1' }],
    })
    const [withAll] = waived({ evidence: ['att_1'], messageId: 'msg_1' })?.events ?? []
    expect(withAll?.data).toEqual({
      type: 'remedy_waived',
      number: 1,
      exclusion: 'worn',
      evidence: ['att_1'],
      messageId: 'msg_1',
    })
    const bare = waived({ evidence: [] })
    expect(bare?.events[0]?.data).toEqual({ type: 'remedy_waived', number: 1, exclusion: 'worn' })
    expect(bare?.notices).toEqual([{ kind: 'remedy', remedyNumber: 1 }])
    expect(bare?.events.map(({ data }) => data.type)).toEqual(['remedy_waived', 'deadline_excluded'])
  })
})
