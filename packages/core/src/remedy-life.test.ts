import { describe, expect, it } from 'vitest'
import { at, eventTypes, monday, stateAfter, tuan } from '../test/example-ticket.ts'
import { commitmentOwing, later, type Story, story } from '../test/remedy-story.ts'
import { chooseRemedy } from './choose-remedy.ts'
import { close } from './close.ts'
import type { Accrual, Offer, Remedy } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { disputeRemedy } from './dispute-remedy.ts'
import { offersOf } from './offers-of.ts'
import { owedAt } from './owed-at.ts'
import { recordMisses } from './record-misses.ts'
import { remedyStateAt } from './remedy-state-at.ts'
import { remedyWatchAt } from './remedy-watch-at.ts'
import { resolve } from './resolve.ts'
import { settleRemedy } from './settle-remedy.ts'
import { waiveRemedy } from './waive-remedy.ts'
import { withdraw } from './withdraw.ts'

const day = 86_400_000
const money = (amount: number): Offer => ({ type: 'money', value: { amount, currency: 'VND' } })
const voucher: Offer = { type: 'voucher', value: { amount: 80_000, currency: 'VND' } }
const perDay: Accrual = { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' }
const paid = { type: 'automatic', payWithin: { amount: 3, unit: 'calendar_day' } } as const
const claimed = {
  type: 'on_claim',
  within: { amount: 10, unit: 'calendar_day' },
  payWithin: paid.payWithin,
} as const

/** Filed on Monday 23 November, due at the end of Wednesday. */
const due = at('26', '00:00')
const justAfter = later(due, 1)
const owing = (more: Partial<Remedy> = {}) =>
  story(
    commitmentOwing({
      choice: [money(50_000), voucher],
      accrual: { type: 'once' },
      settlement: paid,
      ...more,
    }),
    {},
    monday,
  )

const choose = (life: Story, now: Date, offer = 0, number = 1) =>
  life.act(now, (before, commitment) => chooseRemedy(before, { number, offer }, commitment, now))
const settle = (life: Story, now: Date) =>
  life.act(now, (before, commitment) => settleRemedy(before, { number: 1, by: tuan }, commitment, now))
const waive = (life: Story, now: Date, exclusion = 'worn', evidence?: readonly string[]) =>
  life.act(now, (before, commitment) =>
    waiveRemedy(before, { number: 1, exclusion, evidence, by: tuan }, commitment, now),
  )
const dispute = (life: Story, now: Date) =>
  life.act(now, (before, commitment) => disputeRemedy(before, { number: 1 }, commitment, now))
const sweep = (life: Story, now: Date) =>
  life.act(now, (before, commitment) => {
    const change = recordMisses(before, commitment, now)
    if (!change) throw new Error('Nothing to record')
    return change
  })
const remedyOf = (life: Story) => {
  const [remedy] = life.state().remedies
  if (!remedy) throw new Error('Nothing is owed')
  return remedy
}
const settlementsOf = (life: Story) =>
  life.state().deadlines.filter(({ milestone }) => milestone === 'remedy_settled')
const watchAt = (life: Story) => remedyWatchAt(remedyOf(life), life.state(), life.commitment)

describe('choosing', () => {
  it('takes one of the offers, and another one until it is settled', () => {
    const life = owing()
    stateAfter(choose(life, justAfter, 1))
    expect(remedyOf(life)).toMatchObject({ state: 'chosen', chosen: { offer: 1, at: justAfter } })
    stateAfter(choose(life, later(due, day), 0))
    expect(life.sum(later(due, day))).toBe(50_000)
    stateAfter(settle(life, later(due, 2 * day)))
    expect(choose(life, later(due, 2 * day), 1)).toEqual({ refused: 'remedy_state' })
  })

  it.each([-1, 2, 0.5, Number.NaN])('refuses an offer that there is not: %d', (offer) => {
    expect(choose(owing(), justAfter, offer)).toEqual({ refused: 'offer_unknown', pointer: '/offer' })
  })

  it('refuses a remedy that there is not', () => {
    expect(choose(owing(), due)).toEqual({ refused: 'remedy_unknown' })
    expect(choose(owing(), justAfter, 0, 2)).toEqual({ refused: 'remedy_unknown' })
  })

  it('does not put off the settle-by time of what is owed without being asked for', () => {
    const life = owing()
    choose(life, later(due, day))
    expect(settlementsOf(life).map(({ startedAt }) => startedAt)).toEqual([due])
  })

  it('of what is to be claimed starts the settle-by time, the first time only', () => {
    const life = owing({ settlement: claimed })
    sweep(life, justAfter)
    expect(settlementsOf(life)).toEqual([])
    choose(life, later(due, day))
    choose(life, later(due, 2 * day), 1)
    expect(settlementsOf(life)).toMatchObject([{ startedAt: later(due, day), remedyNumber: 1 }])
  })

  it('before it has stopped growing starts the settle-by time only then', () => {
    const life = owing({ accrual: perDay, settlement: claimed })
    choose(life, justAfter)
    expect(settlementsOf(life)).toEqual([])
    life.resolve(later(due, day))
    expect(settlementsOf(life)).toMatchObject([{ startedAt: later(due, day) }])
  })

  it('of a scale leaves nothing to choose but claiming it', () => {
    const tiers = [
      { from: 0, to: 10, offer: money(30) },
      { from: 10, offer: money(20) },
    ]
    const accrual: Accrual = { type: 'tiers', by: { type: 'fact', fact: 'own', bounds: 'from' }, tiers }
    const life = owing({ choice: [], accrual, settlement: claimed })
    const offers = () => offersOf(remedyOf(life), life.state(), life.commitment, later(due, day))
    expect(choose(life, justAfter, 1)).toEqual({ refused: 'offer_unknown', pointer: '/offer' })
    stateAfter(choose(life, justAfter, 0))
    expect(offers()).toEqual([money(20)])
    life.note(later(due, day), { own: 9 })
    expect(offers()).toEqual([money(30)])
    expect(life.sum(later(due, day))).toBe(30)
    life.note(later(due, day), { own: 10 })
    expect(life.sum(later(due, day))).toBe(20)
  })

  it('of a scale by time shows the step that is reached', () => {
    const accrual: Accrual = {
      type: 'tiers',
      by: { ...perDay, type: 'time', owes: 'last' },
      tiers: [
        { from: 1, to: 1, offer: money(10) },
        { from: 2, offer: money(20) },
      ],
    }
    const life = owing({ choice: [], accrual })
    sweep(life, justAfter)
    const offers = (now: Date) => offersOf(remedyOf(life), life.state(), life.commitment, now)
    expect(offers(due)).toEqual([money(10)])
    expect(offers(later(due, day))).toEqual([money(10)])
    expect(offers(later(due, day + 1))).toEqual([money(20)])
    expect(life.sum(later(due, day + 1))).toBe(20)
    life.resolve(later(due, day))
    expect(offers(later(due, 9 * day))).toEqual([money(10)])
  })
})

describe('claiming', () => {
  it('is possible until the last instant of its time, whatever a sweep has recorded', () => {
    const claimBy = at('26', '00:00')
    claimBy.setUTCDate(claimBy.getUTCDate() + 11)
    const life = owing({ settlement: claimed })
    sweep(life, justAfter)
    expect(remedyOf(life).claimBy).toEqual(claimBy)
    const stands = (now: Date) => remedyStateAt(remedyOf(life), life.state(), life.commitment, now)
    expect([stands(claimBy), stands(later(claimBy, 1))]).toEqual(['owed', 'expired'])
    expect(watchAt(life)).toEqual(claimBy)
    for (const act of [choose, settle, waive]) {
      expect(act(owing({ settlement: claimed }), later(claimBy, 1))).toEqual({ refused: 'claim_window_over' })
    }
    sweep(life, later(claimBy, 5 * day))
    expect(remedyOf(life)).toMatchObject({ state: 'expired', expiredAt: claimBy })
    expect(watchAt(life)).toBeUndefined()
  })

  it('in time keeps it, however late it is settled', () => {
    const life = owing({ settlement: claimed })
    choose(life, later(due, 9 * day))
    stateAfter(settle(life, later(due, 60 * day)))
    expect(remedyOf(life).settled?.amount?.amount).toBe(50_000)
  })
})

describe('settling', () => {
  it('notes what was owed then, and meets its own deadline in time or late', () => {
    const inTime = owing()
    const settleBy = later(due, 4 * day)
    settle(inTime, settleBy)
    expect(settlementsOf(inTime)).toMatchObject([{ dueAt: settleBy, metAt: settleBy }])
    const late = owing({
      settlement: { ...paid, latePenalty: { type: 'voucher', value: { amount: 9, currency: 'VND' } } },
    })
    const result = settle(late, later(settleBy, 1))
    expect(eventTypes(result).slice(-2)).toEqual(['remedy_settled', 'deadline_met'])
    expect(settlementsOf(late)).toMatchObject([{ missedAt: settleBy, metAt: later(settleBy, 1) }])
    expect(remedyOf(late).settled?.amount?.amount).toBe(50_009)
    expect(late.owed(later(settleBy, day))?.lines.at(-1)).toMatchObject({ reason: 'late_penalty', amount: 9 })
  })

  it('waits for the numbers that it is computed with', () => {
    const life = owing({ choice: [{ type: 'percent_of', of: 'item', percent: 10 }] })
    expect(settle(life, justAfter)).toEqual({ refused: 'facts_needed' })
    life.note(justAfter, { item_amount: 1_234_567 })
    stateAfter(settle(life, justAfter))
    expect(remedyOf(life).settled?.amount?.amount).toBe(123_457)
    // What is noted afterwards changes nothing.
    life.note(later(due, day), { item_amount: 99 })
    expect(life.owed(later(due, day))).toMatchObject({
      amount: { amount: 123_457 },
      lines: [{ reason: 'missed', amount: 123_457 }],
      factsNeeded: [],
    })
  })

  it('is not possible twice, nor of what is waived', () => {
    const life = owing()
    settle(life, justAfter)
    expect(settle(life, justAfter)).toEqual({ refused: 'remedy_state' })
    const waived = owing()
    waive(waived, justAfter)
    expect(settle(waived, justAfter)).toEqual({ refused: 'remedy_state' })
  })

  it('stops what is given alongside', () => {
    const alongside = { offer: { type: 'service_days', days: 1 }, accrual: perDay } as const
    const life = owing({ choice: [{ type: 'replace' }], alongside })
    stateAfter(settle(life, later(due, 2 * day)))
    expect(life.owed(later(due, 9 * day))).toMatchObject({ days: 2, goods: [{ type: 'replace' }] })
  })
})

describe('waiving', () => {
  it('cites a published exclusion, with the evidence that it asks for', () => {
    const life = owing()
    expect(waive(life, justAfter, 'mood')).toEqual({ refused: 'exclusion_unknown', pointer: '/exclusion' })
    expect(waive(life, justAfter, 'misuse')).toEqual({ refused: 'evidence_needed', pointer: '/evidence' })
    stateAfter(waive(life, justAfter, 'misuse', ['att_1']))
    expect(remedyOf(life)).toMatchObject({ state: 'waived', waived: { at: justAfter, exclusion: 'misuse' } })
    expect(life.owed(later(due, day))).toEqual({ lines: [], goods: [], factsNeeded: [] })
  })

  it('ends the time for settling; one that was missed stays missed', () => {
    const inTime = owing()
    waive(inTime, justAfter)
    expect(settlementsOf(inTime)).toMatchObject([{ excluded: { at: justAfter, reason: 'waived' } }])
    expect(watchAt(inTime)).toBeUndefined()
    const late = owing()
    waive(late, later(due, 9 * day))
    expect(settlementsOf(late)).toMatchObject([
      { missedAt: later(due, 4 * day), excluded: { reason: 'waived' } },
    ])
  })

  it('that is disputed owes it again, with the whole time for settling from then', () => {
    const life = owing({ settlement: { ...paid, latePenalty: 'same_again' } })
    waive(life, justAfter)
    const disputedAt = later(due, 20 * day)
    const result = dispute(life, disputedAt)
    expect('notices' in result && result.notices).toEqual([{ kind: 'dispute', remedyNumber: 1 }])
    expect(remedyOf(life)).toMatchObject({ state: 'disputed', disputedAt })
    const [, running] = settlementsOf(life)
    expect(running).toMatchObject({ startedAt: disputedAt })
    expect(life.sum(disputedAt)).toBe(50_000)
    expect(life.sum(later(running?.dueAt ?? due, 1))).toBe(100_000)
    stateAfter(waive(life, later(disputedAt, day)))
    expect(settlementsOf(life).map(({ excluded }) => excluded?.reason)).toEqual(['waived', 'waived'])
  })
})

describe('disputing', () => {
  it('is of what was waived or settled', () => {
    expect(dispute(owing(), justAfter)).toEqual({ refused: 'remedy_state' })
    const life = owing()
    settle(life, justAfter)
    stateAfter(dispute(life, later(due, day)))
    expect(settlementsOf(life)).toMatchObject([{ metAt: justAfter }, { startedAt: later(due, day) }])
    expect(life.sum(later(due, day))).toBe(50_000)
    stateAfter(settle(life, later(due, 2 * day)))
    expect(remedyOf(life).state).toBe('settled')
  })
})

describe('a remedy that grows', () => {
  it('is to be settled from when its cap is reached, and watched for until then', () => {
    const life = owing({ accrual: perDay, cap: { type: 'count', units: 3 } })
    sweep(life, justAfter)
    const reachedAt = later(due, 2 * day)
    expect(settlementsOf(life)).toEqual([])
    expect(watchAt(life)).toEqual(reachedAt)
    expect(recordMisses(life.state(), life.commitment, reachedAt)).toBeUndefined()
    sweep(life, later(reachedAt, 1))
    expect(settlementsOf(life)).toMatchObject([{ startedAt: reachedAt }])
    expect(watchAt(life)).toBeUndefined()
    expect(life.owed(later(reachedAt, 1))?.finalAt).toEqual(reachedAt)
  })

  it('without a cap is watched for by nobody, and to be settled once the request is done', () => {
    const life = owing({ accrual: perDay })
    sweep(life, justAfter)
    expect(watchAt(life)).toBeUndefined()
    const doneAt = later(due, 2.5 * day)
    life.resolve(doneAt)
    expect(settlementsOf(life)).toMatchObject([{ startedAt: doneAt }])
    expect(life.sum(later(due, 99 * day))).toBe(150_000)
  })

  it('again, when the request is opened again, cannot be settled until it stands still', () => {
    const life = owing({ accrual: perDay })
    life.act(later(due, day), withdraw)
    expect(settlementsOf(life)).toHaveLength(1)
    const back = later(due, 2 * day)
    life.act(back, (before, commitment) => customerReply(before, { messageId: 'm' }, commitment, back))
    expect(settlementsOf(life)).toMatchObject([{ excluded: { reason: 'grows_again' } }])
    expect(settle(life, back)).toEqual({ refused: 'remedy_grows' })
    life.resolve(later(back, day))
    expect(settlementsOf(life)).toMatchObject([{}, { startedAt: later(back, day) }])
    stateAfter(settle(life, later(back, day)))
    expect(remedyOf(life).settled?.amount?.amount).toBe(100_000)
  })

  it('and settled late after it has grown again, owes the penalty before any sweep has seen that', () => {
    const cap = { type: 'count', units: 4 } as const
    const life = owing({ accrual: perDay, cap, settlement: { ...paid, latePenalty: 'same_again' } })
    stateAfter(life.act(later(due, day), withdraw))
    life.act(later(due, day + 1), (before, commitment, now) =>
      customerReply(before, { messageId: 'm' }, commitment, now),
    )
    const longAfter = later(due, 30 * day)
    const unswept = owedAt(remedyOf(life), life.state(), life.commitment, longAfter)
    expect(unswept.amount?.amount).toBe(2 * 4 * 50_000)
    expect(life.owed(longAfter)).toEqual(unswept)
  })

  it('that is named a duplicate stops, and what is owed once needs no mark for it', () => {
    const grows = owing({ accrual: perDay })
    const duplicate = (life: Story) =>
      life.act(later(due, day), (before, commitment, now) =>
        resolve(before, { outcome: 'duplicate', by: tuan }, commitment, now),
      )
    expect(eventTypes(duplicate(grows))).toContain('deadline_excluded')
    expect(grows.state().deadlines[0]).toMatchObject({ missedAt: due, excluded: { reason: 'duplicate' } })
    expect(eventTypes(duplicate(owing()))).not.toContain('deadline_excluded')
  })
})

describe('closing', () => {
  it('waits for what is owed, and for nothing that nobody claimed in time', () => {
    const life = owing({ settlement: claimed })
    life.resolve(justAfter)
    const closing = (now: Date) =>
      life.act(now, (before, commitment) => close(before, { by: tuan }, commitment, now))
    expect(closing(later(due, day))).toEqual({ refused: 'remedy_open' })
    stateAfter(closing(later(due, 30 * day)))
    expect(life.state().ticket.status).toBe('closed')
  })
})
