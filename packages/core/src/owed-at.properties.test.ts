import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import { requestOf, tuan } from '../test/example-ticket.ts'
import { slowOwed } from '../test/slow-owed.ts'
import type { Calendar } from './calendar.ts'
import { chooseRemedy } from './choose-remedy.ts'
import type { Accrual, Cap, Commitment, Offer, PerUnit, Remedy, Tier } from './commitment.ts'
import { customerReply } from './customer-reply.ts'
import { disputeRemedy } from './dispute-remedy.ts'
import { fileTicket } from './file-ticket.ts'
import { foldEvents } from './fold.ts'
import { type Owed, owedAt } from './owed-at.ts'
import { isRefusal } from './perform-act.ts'
import { recordMisses } from './record-misses.ts'
import { remedyWatchAt } from './remedy-watch-at.ts'
import { resolve } from './resolve.ts'
import { resume } from './resume.ts'
import { settleRemedy } from './settle-remedy.ts'
import type { Change, Refusal, TicketState } from './ticket-state.ts'
import { wait } from './wait.ts'
import { waiveRemedy } from './waive-remedy.ts'
import { withdraw } from './withdraw.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const shift = ['08:00-12:00', '13:30-17:30']
const week = { mon: shift, tue: shift, wed: ['08:00-24:00'], thu: shift, fri: shift }
/** London goes back to 24 hours a day in the nights that are drawn; Havana does so at midnight. */
const calendars: fc.Arbitrary<Calendar> = fc.constantFrom(
  { timeZone: 'Europe/London', week, dates: { '2026-10-28': [] } },
  { timeZone: 'America/Havana', week, dates: { '2026-11-01': ['09:00-10:00'] } },
  { timeZone: 'Asia/Ho_Chi_Minh', week },
)
const money = (amount: number): Offer => ({ type: 'money', value: { amount, currency: 'VND' } })
const sums = fc.integer({ min: 1, max: 99_999 })
const percents = fc.integer({ min: 1, max: 20_000 }).map((hundredths) => hundredths / 100)
const shares = percents.map((percent) => ({ type: 'percent_of', of: 'order', percent }) as const)
const offers: fc.Arbitrary<Offer> = fc.oneof(
  sums.map(money),
  shares,
  fc.tuple(sums, shares).map(([sum, share]): Offer => {
    const fixed = { type: 'money', value: { amount: sum, currency: 'VND' } } as const
    return { type: 'greater_of', offers: [fixed, share] }
  }),
)
const perUnits: fc.Arbitrary<PerUnit> = fc.record({
  each: fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constant('hour' as const) }),
    fc.record({
      amount: fc.integer({ min: 1, max: 3 }),
      unit: fc.constantFrom('calendar_day', 'working_day'),
    }),
  ),
  count: fc.constantFrom('started', 'full'),
  from: fc.constantFrom('deadline', 'start'),
})
const reductions = fc.option(
  fc.record({
    fact: fc.constant('own'),
    atMost: fc.integer({ min: 0, max: 10 }),
    percent: fc.constantFrom(50, 33.33),
  }),
  { nil: undefined },
)
const scales: fc.Arbitrary<readonly Tier[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), sums, reductions), { minLength: 1, maxLength: 4 })
  .chain((steps) =>
    fc.boolean().map((isOpen) => {
      let from = 1
      let least = 0
      return steps.map(([length, sum, reduced], index): Tier => {
        const to = from + length - 1
        // Rising even where the one before is not reduced and this one is.
        least = least * 4 + sum
        const isLast = index === steps.length - 1
        const tier = {
          from,
          ...(isLast && isOpen ? {} : { to }),
          offer: money(least),
          ...(reduced && { reduced }),
        }
        from = to + 1
        return tier
      })
    }),
  )
const accruals: fc.Arbitrary<Accrual> = fc.oneof(
  fc.constant<Accrual>({ type: 'once' }),
  perUnits.map((per): Accrual => ({ type: 'per', ...per })),
  fc
    .tuple(perUnits, scales, fc.constantFrom('sum' as const, 'last' as const))
    .map(([per, tiers, owes]): Accrual => ({ type: 'tiers', by: { type: 'time', owes, ...per }, tiers })),
)
const caps: fc.Arbitrary<Cap | undefined> = fc.option(
  fc.oneof(
    fc
      .integer({ min: 1, max: 900_000 })
      .map((amount): Cap => ({ type: 'amount', value: { amount, currency: 'VND' } })),
    percents.map((percent): Cap => ({ type: 'percent_of', of: 'order', percent })),
    fc.integer({ min: 1, max: 30 }).map((units): Cap => ({ type: 'count', units })),
  ),
  { nil: undefined },
)
const remedies: fc.Arbitrary<Remedy> = fc
  .tuple(offers, accruals, caps, fc.constantFrom(undefined, 'same_again' as const))
  .map(([offer, accrual, cap, latePenalty]) => ({
    choice: accrual.type === 'tiers' ? [] : [offer, money(7)],
    accrual,
    ...(cap && !(cap.type === 'count' && accrual.type === 'once') && { cap }),
    settlement: {
      type: 'automatic',
      payWithin: { amount: 5, unit: 'calendar_day' },
      ...(latePenalty && { latePenalty }),
    },
  }))
/** How long after the deadline: anywhere, or on a full hour or midnight and a moment to either side. */
const offsets = fc.oneof(
  fc.integer({ min: -hour, max: 25 * day }),
  fc
    .tuple(fc.integer({ min: 0, max: 25 * 24 }), fc.constantFrom(-1, 0, 1))
    .map(([hours, millis]) => hours * hour + millis),
)
const cases = fc.record({
  remedy: remedies,
  calendar: calendars,
  startedMinute: fc.integer({ min: 0, max: 14 * 24 * 60 }),
  facts: fc.record({
    order_amount: fc.integer({ min: 0, max: 9_999_999 }),
    own: fc.integer({ min: 0, max: 20 }),
  }),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

function begin({ remedy, calendar, startedMinute, facts }: Case) {
  const commitment: Commitment = {
    ...exampleCommitment,
    calendars: { office: calendar },
    pledges: [
      {
        id: 'repair',
        for: {},
        milestone: 'resolution',
        within: { amount: 1, unit: 'calendar_day' },
        calendar: 'office',
        remedy,
      },
    ],
  }
  const startedAt = new Date(Date.UTC(2026, 9, 20) + startedMinute * minute)
  const filed = fileTicket(requestOf('warranty'), commitment, startedAt, { type: 'customer' })
  const state: TicketState = { ...filed.after, ticket: { ...filed.after.ticket, facts } }
  const [deadline] = state.deadlines
  if (!deadline) throw new Error('One deadline runs')
  return { commitment, state, startedAt, due: deadline.dueAt, events: filed.events }
}

function owedOf(state: TicketState, commitment: Commitment, now: Date): Owed | undefined {
  const swept = recordMisses(state, commitment, now)?.after ?? state
  const [remedy] = swept.remedies
  return remedy && owedAt(remedy, swept, commitment, now)
}

const sumOf = (owed: Owed | undefined) => owed?.amount?.amount ?? 0
const withoutPenalty = (remedy: Remedy): Remedy => {
  const { latePenalty: _, ...settlement } = remedy.settlement
  return { ...remedy, settlement }
}

describe('what is owed, whatever a pledge says', () => {
  it('is what walking the units one by one comes to', () => {
    fc.assert(
      fc.property(cases, offsets, (each, offset) => {
        const remedy = withoutPenalty(each.remedy)
        const { commitment, state, startedAt, due } = begin({ ...each, remedy })
        const now = new Date(due.getTime() + offset)
        const slow = slowOwed({ remedy, startedAt, due, calendar: each.calendar, facts: each.facts }, now)
        expect(sumOf(owedOf(state, commitment, now))).toBe(slow)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is a whole number, the sum of its lines, never above its cap, and never less later', () => {
    fc.assert(
      fc.property(cases, fc.array(offsets, { minLength: 2, maxLength: 6 }), (each, times) => {
        const { commitment, state, due } = begin(each)
        let before = 0
        for (const offset of times.toSorted((a, b) => a - b)) {
          const owed = owedOf(state, commitment, new Date(due.getTime() + offset))
          const sum = sumOf(owed)
          expect(Number.isSafeInteger(sum)).toBe(true)
          expect(owed?.lines.reduce((total, { amount = 0 }) => total + amount, 0) ?? 0).toBe(sum)
          expect(sum).toBeGreaterThanOrEqual(before)
          const { cap } = each.remedy
          const penalty = owed?.lines.find(({ reason }) => reason === 'late_penalty')?.amount ?? 0
          if (cap?.type === 'amount') expect(sum - penalty).toBeLessThanOrEqual(cap.value.amount)
          before = sum
        }
      }),
    )
  })

  it('stands still from when it is said to be final, but for the penalty of settling late', () => {
    fc.assert(
      fc.property(cases, offsets, fc.nat(400 * day), (each, offset, more) => {
        const { commitment, state, due } = begin({ ...each, remedy: withoutPenalty(each.remedy) })
        const now = new Date(due.getTime() + offset)
        const owed = owedOf(state, commitment, now)
        if (!owed?.finalAt) return
        expect(owedOf(state, commitment, new Date(now.getTime() + more))).toEqual(owed)
      }),
      { numRuns: 1_000 },
    )
  })
})

type Act = (state: TicketState, commitment: Commitment, now: Date) => Change | Refusal | undefined
const acts: Record<string, Act> = {
  wait: (state, commitment, now) => wait(state, { by: tuan }, commitment, now),
  resume: (state, commitment, now) => resume(state, { by: tuan }, commitment, now),
  resolve: (state, commitment, now) =>
    resolve(state, { outcome: 'repaired', messageId: 'm', by: tuan }, commitment, now),
  duplicate: (state, commitment, now) => resolve(state, { outcome: 'duplicate', by: tuan }, commitment, now),
  withdraw,
  reply: (state, commitment, now) => customerReply(state, { messageId: 'm' }, commitment, now),
  'choose the first': (state, commitment, now) =>
    chooseRemedy(state, { number: 1, offer: 0 }, commitment, now),
  'choose the second': (state, commitment, now) =>
    chooseRemedy(state, { number: 1, offer: 1 }, commitment, now),
  settle: (state, commitment, now) => settleRemedy(state, { number: 1, by: tuan }, commitment, now),
  waive: (state, commitment, now) =>
    waiveRemedy(state, { number: 1, exclusion: 'worn', by: tuan }, commitment, now),
  dispute: (state, commitment, now) => disputeRemedy(state, { number: 1 }, commitment, now),
  sweep: recordMisses,
}
const steps = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.oneof(fc.nat(2 * day), fc.constantFrom(0, hour, day))),
  { minLength: 1, maxLength: 14 },
)
const settlements: fc.Arbitrary<Remedy['settlement']> = fc.constantFrom(
  { type: 'automatic', payWithin: { amount: 1, unit: 'calendar_day' }, latePenalty: 'same_again' },
  { type: 'on_claim', within: { amount: 2, unit: 'calendar_day' }, payWithin: { amount: 1, unit: 'hour' } },
)

describe('whatever is done to a remedy, in any order and at any time', () => {
  const everyLife = (
    check: (moment: { state: TicketState; commitment: Commitment; now: Date; before: TicketState }) => void,
  ) =>
    fc.assert(
      fc.property(cases, settlements, steps, (each, settlement, life) => {
        const begun = begin({ ...each, remedy: { ...each.remedy, settlement } })
        const { commitment, due } = begun
        let { state } = begun
        let now = new Date(due.getTime() - hour)
        for (const [name, later] of life) {
          now = new Date(now.getTime() + later)
          const before = state
          const result = acts[name]?.(state, commitment, now)
          if (result && !isRefusal(result)) state = result.after
          check({ state, commitment, now, before })
        }
      }),
      { numRuns: 400 },
    )

  it('a sweep leaves nothing to record, and changes nothing of what is owed', () => {
    everyLife(({ state, commitment, now }) => {
      const swept = recordMisses(state, commitment, now)?.after ?? state
      expect(recordMisses(swept, commitment, now)).toBeUndefined()
      for (const remedy of state.remedies) {
        const after = swept.remedies[remedy.number - 1]
        expect(after && owedAt(after, swept, commitment, now)).toEqual(owedAt(remedy, state, commitment, now))
      }
    })
  })

  it('the next sweep that finds something to record comes no later than is watched for', () => {
    everyLife(({ state, commitment, now }) => {
      const swept = recordMisses(state, commitment, now)?.after ?? state
      const watched = [
        ...swept.remedies.map((remedy) => remedyWatchAt(remedy, swept, commitment)),
        ...swept.deadlines.map((deadline) => (deadline.missedAt ? undefined : deadline.dueAt)),
      ].filter((at) => at !== undefined && at >= now)
      const next = Math.min(...watched.map((at) => at?.getTime() ?? 0), now.getTime() + 90 * day)
      expect(recordMisses(swept, commitment, new Date(next))).toBeUndefined()
    })
  })

  it('what was settled stays as it was settled', () => {
    everyLife(({ state, commitment, now }) => {
      for (const remedy of state.remedies) {
        if (remedy.state !== 'settled') continue
        const owed = owedAt(remedy, state, commitment, new Date(now.getTime() + 50 * day))
        expect(owed.amount).toEqual(remedy.settled?.amount)
      }
    })
  })

  it('at most one time for settling runs, and none of what is waived or settled', () => {
    everyLife(({ state }) => {
      for (const { number, state: stage } of state.remedies) {
        const running = state.deadlines.filter(
          ({ remedyNumber, metAt, excluded }) => remedyNumber === number && !metAt && !excluded,
        )
        expect(running.length).toBeLessThanOrEqual(stage === 'settled' || stage === 'waived' ? 0 : 1)
      }
    })
  })

  it('waiting for the customer after the miss makes nothing cheaper', () => {
    fc.assert(
      fc.property(cases, offsets, fc.nat(3 * day), (each, offset, waited) => {
        const { commitment, state, due } = begin({ ...each, remedy: withoutPenalty(each.remedy) })
        const missed = new Date(due.getTime() + 1)
        const result = wait(state, { by: tuan }, commitment, missed)
        if (isRefusal(result)) throw new Error(result.refused)
        const resumed = resume(result.after, { by: tuan }, commitment, new Date(missed.getTime() + waited))
        if (isRefusal(resumed)) throw new Error(resumed.refused)
        const now = new Date(due.getTime() + Math.max(offset, 1) + waited)
        expect(sumOf(owedOf(resumed.after, commitment, now))).toBe(sumOf(owedOf(state, commitment, now)))
      }),
    )
  })

  it('it is the fold of its events', () => {
    fc.assert(
      fc.property(cases, settlements, steps, (each, settlement, life) => {
        const begun = begin({ ...each, facts: {} as Case['facts'], remedy: { ...each.remedy, settlement } })
        let { state } = begun
        let events = begun.events
        let now = new Date(begun.due.getTime() - hour)
        for (const [name, later] of life) {
          now = new Date(now.getTime() + later)
          const result = acts[name]?.(state, begun.commitment, now)
          if (!result || isRefusal(result)) continue
          state = result.after
          events = [...events, ...result.events]
        }
        expect(foldEvents(events)).toEqual(state)
      }),
    )
  })
})
