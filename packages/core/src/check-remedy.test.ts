import { describe, expect, it } from 'vitest'
import { exampleCommitment, lateReplyRemedy } from '../test/example-commitment.ts'
import { monday } from '../test/example-ticket.ts'
import { checkCommitment } from './check-commitment.ts'
import { checkRemedy } from './check-remedy.ts'
import type { Accrual, Offer, Remedy, Tier } from './commitment.ts'

const money = (amount: number): Offer => ({ type: 'money', value: { amount, currency: 'VND' } })
const voucher: Offer = { type: 'voucher', value: { amount: 50_000, currency: 'VND' } }
const days = (count: number): Offer => ({ type: 'service_days', days: count })
const share = (percent: number): Offer => ({ type: 'percent_of', of: 'order', percent })
const replace: Offer = { type: 'replace' }
const each = { amount: 1, unit: 'calendar_day' } as const
const per: Accrual = { type: 'per', each, count: 'started' }
const paid = { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } } as const
const cap = (amount: number) => ({ type: 'amount', value: { amount, currency: 'VND' } }) as const
const claim = (amount: number, unit: 'minute' | 'hour' | 'month' | 'calendar_day') =>
  ({ settlement: { ...paid, type: 'on_claim', within: { amount, unit } } }) as const

const owing = (more: Partial<Remedy>): Remedy => ({
  choice: [money(50_000)],
  accrual: { type: 'once' },
  settlement: paid,
  ...more,
})
const byTime = (tiers: readonly Tier[], more: object = {}): Partial<Remedy> => ({
  choice: [],
  accrual: { type: 'tiers', by: { type: 'time', owes: 'sum', each, count: 'started', ...more }, tiers },
})
const byFact = (tiers: readonly Tier[], fact = 'distance_km'): Partial<Remedy> => ({
  choice: [],
  accrual: { type: 'tiers', by: { type: 'fact', fact, bounds: 'to' }, tiers },
})
const found = (more: Partial<Remedy>) =>
  checkRemedy(owing(more), 'VND').map(({ pointer, code }) => [pointer, code])

const fine: [string, Partial<Remedy>][] = [
  ['a sum', {}],
  ['ten times a price', { choice: [share(1_000)] }],
  ['a sum for each day with a cap that it comes to', { accrual: per, cap: cap(50_000) }],
  ['a number of days', { choice: [days(2)], accrual: per, cap: { type: 'days', days: 2 } }],
  ['a count', { accrual: per, cap: { type: 'count', units: 1 } }],
  [
    'steps that follow',
    byTime([
      { from: 1, to: 2, offer: money(1) },
      { from: 3, offer: money(2) },
    ]),
  ],
  ['steps that begin late', byTime([{ from: 3, offer: money(1) }], { from: 'start' })],
  [
    'steps of a number',
    byFact([
      { from: 0, to: 15, offer: money(1) },
      { from: 15, offer: replace },
    ]),
  ],
  [
    'steps that rise',
    byTime(
      [
        { from: 1, to: 2, offer: share(5) },
        { from: 3, offer: share(5) },
      ],
      { owes: 'last' },
    ),
  ],
  ['a claim within a day', claim(24, 'hour')],
  [
    'things alongside',
    { alongside: { offer: days(1), accrual: { ...per, from: 'start' }, cap: { type: 'days', days: 60 } } },
  ],
  [
    'a penalty for a thing',
    {
      choice: [replace],
      settlement: { ...paid, latePenalty: { type: 'voucher', value: { amount: 1, currency: 'VND' } } },
    },
  ],
  [
    'the same again of one of two',
    { choice: [replace, money(1)], settlement: { ...paid, latePenalty: 'same_again' } },
  ],
  [
    'the greater of two',
    {
      choice: [
        {
          type: 'greater_of',
          offers: [
            { type: 'money', value: { amount: 1, currency: 'VND' } },
            { type: 'percent_of', of: 'order', percent: 12.34 },
          ],
        },
      ],
    },
  ],
]

const faulty: [string, Partial<Remedy>, ...(readonly [string, string])[]][] = [
  ['nothing', { choice: [] }, ['/choice', 'choice_empty']],
  [
    'a choice beside a scale',
    { ...byTime([{ from: 1, offer: money(1) }]), choice: [money(1)] },
    ['/choice', 'choice_beside_scale'],
  ],
  [
    'another currency',
    { choice: [{ type: 'credit', value: { amount: 1, currency: 'EUR' } }] },
    ['/choice/0/value/currency', 'currency_differs'],
  ],
  ['half a đồng', { choice: [money(0.5)] }, ['/choice/0/value/amount', 'amount_invalid']],
  [
    'more than can be counted',
    { choice: [money(100_000_000_001)] },
    ['/choice/0/value/amount', 'amount_too_large'],
  ],
  ['no percent', { choice: [share(0)] }, ['/choice/0/percent', 'percent_invalid']],
  ['three decimals', { choice: [share(0.125)] }, ['/choice/0/percent', 'percent_invalid']],
  ['too many percent', { choice: [share(1_000.01)] }, ['/choice/0/percent', 'percent_invalid']],
  ['no days', { choice: [days(0)] }, ['/choice/0/days', 'days_invalid']],
  ['half a day', { choice: [days(0.5)] }, ['/choice/0/days', 'days_invalid']],
  [
    'the greater of one',
    { choice: [{ type: 'greater_of', offers: [{ type: 'percent_of', of: 'item', percent: 1 }] }] },
    ['/choice/0/offers', 'offers_too_few'],
  ],
  [
    'the greater of money and a voucher',
    {
      choice: [
        {
          type: 'greater_of',
          offers: [
            { type: 'percent_of', of: 'item', percent: 1 },
            { type: 'voucher', value: { amount: 0, currency: 'VND' } },
          ],
        },
      ],
    },
    ['/choice/0/offers/1/value/amount', 'amount_invalid'],
    ['/choice/0/offers', 'offers_not_comparable'],
  ],
  [
    'a thing for each day',
    { choice: [money(1), replace], accrual: per },
    ['/choice/1', 'offer_not_countable'],
  ],
  [
    'units of nothing',
    { accrual: { ...per, each: { amount: 0, unit: 'hour' } } },
    ['/accrual/each/amount', 'unit_empty'],
  ],
  [
    'half a unit',
    { accrual: { ...per, each: { amount: 0.5, unit: 'hour' } } },
    ['/accrual/each/amount', 'duration_amount_invalid'],
  ],
  [
    'steps by units of nothing',
    byTime([{ from: 1, offer: money(1) }], { each: { amount: 0, unit: 'hour' } }),
    ['/accrual/by/each/amount', 'unit_empty'],
  ],
  ['a scale without steps', byTime([]), ['/accrual/tiers', 'scale_empty']],
  [
    'a step of another currency',
    byTime([{ from: 1, offer: { type: 'money', value: { amount: 1, currency: 'EUR' } } }]),
    ['/accrual/tiers/0/offer/value/currency', 'currency_differs'],
  ],
  [
    'a first step that comes late',
    byTime([{ from: 2, offer: money(1) }]),
    ['/accrual/tiers/0/from', 'scale_gap'],
  ],
  [
    'a step before the first unit',
    byTime([{ from: 0, offer: money(1) }]),
    ['/accrual/tiers/0/from', 'scale_bound_invalid'],
  ],
  [
    'a step below nothing',
    byFact([{ from: -1, offer: money(1) }]),
    ['/accrual/tiers/0/from', 'scale_bound_invalid'],
  ],
  [
    'a step that ends before it begins',
    byTime([{ from: 3, to: 2, offer: money(1) }], { from: 'start' }),
    ['/accrual/tiers/0/to', 'scale_bound_invalid'],
  ],
  [
    'a step of one number',
    byFact([{ from: 3, to: 3, offer: money(1) }]),
    ['/accrual/tiers/0/to', 'scale_bound_invalid'],
  ],
  [
    'a gap',
    byTime([
      { from: 1, to: 2, offer: money(1) },
      { from: 4, offer: money(1) },
    ]),
    ['/accrual/tiers/1/from', 'scale_gap'],
  ],
  [
    'a gap between numbers',
    byFact([
      { from: 0, to: 2, offer: money(1) },
      { from: 3, offer: money(1) },
    ]),
    ['/accrual/tiers/1/from', 'scale_gap'],
  ],
  [
    'an overlap',
    byTime([
      { from: 1, to: 3, offer: money(1) },
      { from: 3, offer: money(1) },
    ]),
    ['/accrual/tiers/1/from', 'scale_overlap'],
  ],
  [
    'a step behind an endless one',
    byTime([
      { from: 1, offer: money(1) },
      { from: 3, offer: money(1) },
    ]),
    ['/accrual/tiers/1/from', 'scale_overlap'],
  ],
  [
    'steps out of order',
    byFact([
      { from: 5, to: 9, offer: money(1) },
      { from: 0, to: 5, offer: money(1) },
    ]),
    ['/accrual/tiers/1/from', 'scale_out_of_order'],
  ],
  [
    'sums and days added up',
    byTime([
      { from: 1, to: 1, offer: money(1) },
      { from: 2, offer: days(1) },
    ]),
    ['/accrual/tiers/1/offer', 'scale_mixed'],
  ],
  [
    'a sum that falls',
    byTime(
      [
        { from: 1, to: 1, offer: money(2) },
        { from: 2, offer: voucherOf(1) },
      ],
      { owes: 'last' },
    ),
    ['/accrual/tiers/1/offer', 'scale_falls'],
  ],
  [
    'a share that falls',
    byTime(
      [
        { from: 1, to: 1, offer: share(2) },
        { from: 2, offer: share(1) },
      ],
      { owes: 'last' },
    ),
    ['/accrual/tiers/1/offer', 'scale_falls'],
  ],
  [
    'days that fall',
    byTime(
      [
        { from: 1, to: 1, offer: days(2) },
        { from: 2, offer: days(1) },
      ],
      { owes: 'last' },
    ),
    ['/accrual/tiers/1/offer', 'scale_falls'],
  ],
  [
    'a number without a name',
    byFact([{ from: 0, offer: money(1) }], 'Km'),
    ['/accrual/by/fact', 'fact_name_invalid'],
  ],
  [
    'a reduction to more than all',
    byFact([{ from: 0, offer: money(1), reduced: { fact: '', atMost: 1, percent: 101 } }]),
    ['/accrual/tiers/0/reduced/fact', 'fact_name_invalid'],
    ['/accrual/tiers/0/reduced/percent', 'percent_invalid'],
  ],
  ['more than its cap', { cap: cap(49_999) }, ['/cap', 'cap_below_first_unit']],
  ['a first unit above the cap', { accrual: per, cap: cap(49_999) }, ['/cap', 'cap_below_first_unit']],
  [
    'a first step above the cap',
    { ...byTime([{ from: 1, offer: money(2) }]), cap: cap(1) },
    ['/cap', 'cap_below_first_unit'],
  ],
  [
    'any step of a number above the cap',
    {
      ...byFact([
        { from: 0, to: 1, offer: money(1) },
        { from: 1, offer: money(3) },
      ]),
      cap: cap(2),
    },
    ['/cap', 'cap_below_first_unit'],
  ],
  [
    'a share above a share',
    { choice: [share(20)], cap: { type: 'percent_of', of: 'order', percent: 10 } },
    ['/cap', 'cap_below_first_unit'],
  ],
  [
    'days above the days',
    { choice: [days(3)], cap: { type: 'days', days: 2 } },
    ['/cap', 'cap_below_first_unit'],
  ],
  [
    'units that end before the first step',
    { ...byTime([{ from: 3, offer: money(1) }], { from: 'start' }), cap: { type: 'count', units: 2 } },
    ['/cap', 'cap_below_first_unit'],
  ],
  ['a number of units of nothing', { cap: { type: 'count', units: 2 } }, ['/cap', 'cap_does_not_fit']],
  ['a limit in days of a sum', { cap: { type: 'days', days: 2 } }, ['/cap', 'cap_does_not_fit']],
  ['a limit in money of days', { choice: [days(1)], cap: cap(1) }, ['/cap', 'cap_does_not_fit']],
  ['a cap of nothing', { cap: cap(0) }, ['/cap/value/amount', 'amount_invalid']],
  [
    'a cap of no percent',
    { cap: { type: 'percent_of', of: 'order', percent: -1 } },
    ['/cap/percent', 'percent_invalid'],
  ],
  ['a cap of no units', { accrual: per, cap: { type: 'count', units: 0 } }, ['/cap/units', 'cap_invalid']],
  [
    'a cap of half a day',
    { choice: [days(1)], cap: { type: 'days', days: 0.5 } },
    ['/cap/days', 'cap_invalid'],
  ],
  [
    'a scale alongside',
    {
      alongside: {
        offer: money(1),
        accrual: { type: 'tiers', by: { type: 'fact', fact: 'a', bounds: 'to' }, tiers: [] },
      },
    },
    ['/alongside/accrual', 'scale_alongside'],
  ],
  [
    'faults alongside',
    { alongside: { offer: replace, accrual: { ...per, each: { amount: 0, unit: 'hour' } }, cap: cap(1) } },
    ['/alongside/accrual/each/amount', 'unit_empty'],
    ['/alongside/offer', 'offer_not_countable'],
    ['/alongside/cap', 'cap_does_not_fit'],
  ],
  [
    'a sum alongside of nothing',
    { alongside: { offer: money(0), accrual: { type: 'once' } } },
    ['/alongside/offer/value/amount', 'amount_invalid'],
  ],
  [
    'a time for settling that means nothing',
    { settlement: { type: 'automatic', payWithin: { amount: -1, unit: 'hour' } } },
    ['/settlement/payWithin/amount', 'duration_amount_invalid'],
  ],
  ['a claim within 23 hours', claim(23, 'hour'), ['/settlement/within', 'claim_window_short']],
  ['a claim within 1,439 minutes', claim(1_439, 'minute'), ['/settlement/within', 'claim_window_short']],
  ['a claim on the same day', claim(0, 'calendar_day'), ['/settlement/within', 'claim_window_short']],
  [
    'a claim within half a month',
    claim(0.5, 'month'),
    ['/settlement/within/amount', 'duration_amount_invalid'],
  ],
  [
    'a penalty of nothing',
    { settlement: { ...paid, latePenalty: { type: 'money', value: { amount: 0, currency: 'VND' } } } },
    ['/settlement/latePenalty/value/amount', 'amount_invalid'],
  ],
  [
    'a thing doubled',
    { choice: [replace], settlement: { ...paid, latePenalty: 'same_again' } },
    ['/settlement/latePenalty', 'penalty_without_sum'],
  ],
]

function voucherOf(amount: number): Offer {
  return { ...voucher, value: { amount, currency: 'VND' } } as Offer
}

describe('a remedy', () => {
  it.each(fine)('may be %s', (_, more) => {
    expect(found(more)).toEqual([])
  })

  it.each(faulty)('is not published with %s', (_, more, ...problems) => {
    expect(found(more)).toEqual(problems)
  })

  it('is told of in sentences that say what to do', () => {
    for (const [, more] of faulty) {
      for (const { message } of checkRemedy(owing(more), 'VND')) expect(message).toMatch(/^[A-Z].{15,}[.]$/)
    }
  })

  it('is looked at where it stands in the document', () => {
    const [first] = exampleCommitment.pledges
    if (!first) throw new Error('The example has pledges')
    const pledges = [first, { ...first, id: 'b', remedy: { ...lateReplyRemedy, choice: [] } }]
    const problems = checkCommitment({ ...exampleCommitment, pledges }, monday)
    expect(problems.map(({ pointer }) => pointer)).toContain('/pledges/1/remedy/choice')
  })
})
