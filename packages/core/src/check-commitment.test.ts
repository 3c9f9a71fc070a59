import { describe, expect, it } from 'vitest'
import { exampleCommitment, lateReplyRemedy } from '../test/example-commitment.ts'
import { monday } from '../test/example-ticket.ts'
import { checkCommitment } from './check-commitment.ts'
import type { Commitment, Pledge, Remedy } from './commitment.ts'

const [firstPledge] = exampleCommitment.pledges
if (!firstPledge) throw new Error('The example has pledges')

const withPledge = (pledge: Partial<Pledge>): Commitment => ({
  ...exampleCommitment,
  pledges: [{ ...firstPledge, ...pledge }],
})
const withRemedy = (remedy: Partial<Remedy>) => withPledge({ remedy: { ...lateReplyRemedy, ...remedy } })
const voucher = (amount: number, currency: string) => ({
  choice: [{ type: 'voucher' as const, value: { amount, currency } }],
})

/** Pointers and codes of what is wrong. */
const found = (commitment: Commitment) =>
  checkCommitment(commitment, monday).map(({ pointer, code }) => [pointer, code])

describe('a document that can be published', () => {
  it('has nothing wrong with it', () => {
    expect(checkCommitment(exampleCommitment, monday)).toEqual([])
  })

  it('names only calendars that it has', () => {
    expect(found(withPledge({ calendar: 'night' }))).toEqual([['/pledges/0/calendar', 'calendar_unknown']])
    expect(found(withPledge({ calendar: 'toString' }))).toEqual([['/pledges/0/calendar', 'calendar_unknown']])
  })

  it('has calendars that mean something and open some day', () => {
    const office = { timeZone: 'Asia/Saigon_', week: { mon: ['08:00-25:00'] } }
    expect(found({ ...exampleCommitment, calendars: { office } }).map(([pointer]) => pointer)).toEqual([
      '/calendars/office/timeZone',
      '/calendars/office/week/mon/0',
    ])
    const never = { timeZone: 'Asia/Ho_Chi_Minh', week: {} }
    expect(found({ ...exampleCommitment, calendars: { office: never } })).toEqual([
      ['/calendars/office', 'calendar_never_open'],
    ])
  })

  it('has every text in every language that it lists', () => {
    const missing = { vi: 'Có', en: ' ' }
    const [exclusion] = exampleCommitment.exclusions
    const [contact] = exampleCommitment.escalation
    const [worst] = exampleCommitment.worstCases
    if (!exclusion || !contact || !worst) throw new Error('The example has one of each')
    const commitment: Commitment = {
      ...exampleCommitment,
      title: missing,
      summary: { en: 'Yes' },
      qualityStatements: [{ id: 'a', text: missing }],
      pledges: [{ ...firstPledge, note: missing }],
      worstCases: [{ id: 'a', title: missing, text: worst.text }],
      exclusions: [exclusion, { ...exclusion, code: 'other', text: missing }],
      partnerTerms: [{ id: 'a', text: missing }],
      escalation: [{ ...contact, role: missing }],
      legalBasis: [{ id: 'a', text: missing }],
    }
    expect(found(commitment)).toEqual(
      [
        '/title/en',
        '/summary/vi',
        '/qualityStatements/0/text/en',
        '/pledges/0/note/en',
        '/worstCases/0/title/en',
        '/exclusions/1/text/en',
        '/partnerTerms/0/text/en',
        '/escalation/0/role/en',
        '/legalBasis/0/text/en',
      ].map((pointer) => [pointer, 'text_missing']),
    )
  })

  it('gives each clause an address of its own', () => {
    const [exclusion] = exampleCommitment.exclusions
    if (!exclusion) throw new Error('The example has exclusions')
    const clauses = [
      { id: 'same', text: { vi: 'Một', en: 'One' } },
      { id: 'same', text: { vi: 'Hai', en: 'Two' } },
    ]
    const commitment: Commitment = {
      ...exampleCommitment,
      pledges: [firstPledge, firstPledge],
      exclusions: [exclusion, exclusion],
      partnerTerms: clauses,
    }
    expect(found(commitment)).toEqual([
      ['/pledges/1/id', 'id_repeated'],
      ['/exclusions/1/code', 'id_repeated'],
      ['/partnerTerms/1/id', 'id_repeated'],
    ])
  })

  it('owes whole amounts above nothing, in its own currency', () => {
    const value = '/pledges/0/remedy/choice/0/value'
    expect(found(withRemedy(voucher(500, 'USD')))).toEqual([[`${value}/currency`, 'currency_differs']])
    for (const amount of [0, -1, 0.5, Number.NaN, 2 ** 53]) {
      expect(found(withRemedy(voucher(amount, 'VND')))).toEqual([[`${value}/amount`, 'amount_invalid']])
    }
    expect(found(withRemedy({ choice: [] }))).toEqual([['/pledges/0/remedy/choice', 'choice_empty']])
  })

  it('has durations that mean something', () => {
    expect(found(withPledge({ within: { amount: 0.5, unit: 'hour' } }))).toEqual([
      ['/pledges/0/within/amount', 'duration_amount_invalid'],
    ])
    const payWithin = { amount: -1, unit: 'hour' } as const
    expect(found(withRemedy({ settlement: { type: 'automatic', payWithin } }))).toEqual([
      ['/pledges/0/remedy/settlement/payWithin/amount', 'duration_amount_invalid'],
    ])
  })
})
