import { describe, expect, it } from 'vitest'
import { at, monday, tuan } from '../test/example-ticket.ts'
import { commitmentOwing, later, story } from '../test/remedy-story.ts'
import { chooseRemedy } from './choose-remedy.ts'
import type { Accrual, Cap, Offer, Remedy } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { settleRemedy } from './settle-remedy.ts'
import { wait } from './wait.ts'
import { withdraw } from './withdraw.ts'

const money = (amount: number): Offer => ({ type: 'money', value: { amount, currency: 'VND' } })
const once: Accrual = { type: 'once' }
const perDay: Accrual = { type: 'per', each: { amount: 1, unit: 'calendar_day' }, count: 'started' }
const fullDay: Accrual = { ...perDay, count: 'full' }
const paid = { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } } as const

const owing = (choice: readonly Offer[], accrual: Accrual = once, more: Partial<Remedy> = {}) =>
  story(commitmentOwing({ choice, accrual, settlement: paid, ...more }), {}, monday)

/** Filed on Monday 23 November, due at the end of Wednesday. */
const due = at('26', '00:00')
const justAfter = later(due, 1)
const day = 86_400_000

describe('what is owed once', () => {
  it('is nothing on the very instant and all of it a millisecond later', () => {
    const { sum } = owing([money(50_000)])
    expect(sum(due)).toBeUndefined()
    expect(sum(justAfter)).toBe(50_000)
    expect(sum(later(due, 99 * day))).toBe(50_000)
  })

  it('is what was chosen', () => {
    const life = owing([money(50_000), { type: 'voucher', value: { amount: 80_000, currency: 'VND' } }])
    life.act(justAfter, (before, commitment, now) =>
      chooseRemedy(before, { number: 1, offer: 1 }, commitment, now),
    )
    expect(life.sum(later(due, day))).toBe(80_000)
  })
})

describe('what is owed for each day', () => {
  it.each([
    ['started', perDay, [50_000, 50_000, 100_000, 100_000, 150_000]],
    ['full', fullDay, [undefined, 50_000, 50_000, 100_000, 100_000]],
  ])('that is %s grows at midnight', (_, accrual, sums) => {
    const { sum } = owing([money(50_000)], accrual)
    const midnights = [1, 2].flatMap((days) => [later(due, days * day), later(due, days * day + 1)])
    expect([justAfter, ...midnights].map(sum)).toEqual(sums)
  })

  it('grows until the milestone is reached', () => {
    const life = owing([money(50_000)], perDay)
    life.resolve(later(due, 2 * day))
    expect(life.sum(later(due, 9 * day))).toBe(100_000)
    expect(life.owed(later(due, 9 * day))?.finalAt).toEqual(later(due, 2 * day))
  })

  it('goes on growing while it waits for the customer, for a miss cannot be made up for', () => {
    const life = owing([money(50_000)], perDay)
    life.act(justAfter, (before, commitment, now) => wait(before, { by: tuan }, commitment, now))
    expect(life.sum(later(due, 2 * day))).toBe(100_000)
  })

  it('stops when the request is withdrawn, and goes on from there when it is opened again', () => {
    const life = owing([money(50_000)], perDay)
    life.act(later(due, 1.5 * day), withdraw)
    expect(life.sum(later(due, 5 * day))).toBe(100_000)
    const back = later(due, 4.5 * day)
    life.act(back, (before, commitment, now) => customerReply(before, { messageId: 'm' }, commitment, now))
    expect(life.sum(later(back, 0.5 * day))).toBe(100_000)
    expect(life.sum(later(back, 0.5 * day + 1))).toBe(150_000)
    expect(life.state().deadlines[0]).toMatchObject({ missedAt: due, dueAt: due })
  })

  const cap = (value: number): Cap => ({ type: 'amount', value: { amount: value, currency: 'VND' } })
  it.each<[string, Cap, number[]]>([
    ['a sum', cap(120_000), [50_000, 100_000, 120_000, 120_000]],
    ['a sum that a unit comes to', cap(100_000), [50_000, 100_000, 100_000, 100_000]],
    ['a number of units', { type: 'count', units: 3 }, [50_000, 100_000, 150_000, 150_000]],
    [
      'a share of a sum',
      { type: 'percent_of', of: 'item', percent: 12.5 },
      [50_000, 100_000, 125_000, 125_000],
    ],
  ])('is at most %s', (_, most, sums) => {
    const life = owing([money(50_000)], perDay, { cap: most })
    life.note(monday, { item_amount: 1_000_000 })
    const days = [0, 1, 2, 3].map((days) => later(due, days * day + 1))
    expect(days.map(life.sum)).toEqual(sums)
    for (const now of days) {
      const owed = life.owed(now)
      expect(owed?.lines.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(owed?.amount?.amount)
    }
  })
})

describe('settling', () => {
  const settle = (life: ReturnType<typeof owing>, now: Date) =>
    life.act(now, (before, commitment) => settleRemedy(before, { number: 1, by: tuan }, commitment, now))

  it('late owes the same again, and then nothing changes any more', () => {
    const life = owing([money(50_000)], once, { settlement: { ...paid, latePenalty: 'same_again' } })
    const settleBy = at('30', '17:30')
    expect(life.sum(settleBy)).toBe(50_000)
    expect(life.sum(later(settleBy, 1))).toBe(100_000)
    settle(life, later(settleBy, 60_000))
    expect(life.state().remedies[0]?.settled?.amount?.amount).toBe(100_000)
    expect(life.sum(later(settleBy, 99 * day))).toBe(100_000)
  })

  it('in time owes no penalty, however much later it is looked at', () => {
    const life = owing([money(50_000)], once, { settlement: { ...paid, latePenalty: 'same_again' } })
    settle(life, at('30', '17:30'))
    expect(life.sum(later(due, 99 * day))).toBe(50_000)
  })

  it('is refused while it grows', () => {
    const life = owing([money(50_000)], perDay)
    expect(settle(life, later(due, day))).toEqual({ refused: 'remedy_grows' })
  })
})
