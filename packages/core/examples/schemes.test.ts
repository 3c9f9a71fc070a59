import { describe, expect, it } from 'vitest'
import { checkCommitment } from '../src/check-commitment.ts'
import { chooseRemedy } from '../src/choose-remedy.ts'
import { describePromise } from '../src/describe-promise.ts'
import { describeRemedy } from '../src/describe-remedy.ts'
import { disputeRemedy } from '../src/dispute-remedy.ts'
import { remedyStateAt } from '../src/remedy-state-at.ts'
import { settleRemedy } from '../src/settle-remedy.ts'
import { waiveRemedy } from '../src/waive-remedy.ts'
import { stateAfter, tuan } from '../test/example-ticket.ts'
import { later, type Story, story } from '../test/remedy-story.ts'
import { cloudUptime } from './cloud-uptime.ts'
import { euFlights } from './eu-flights.ts'
import { germanTelecom } from './german-telecom.ts'
import { schemes } from './schemes.ts'
import { ukElectricityOutage } from './uk-electricity-outage.ts'
import { ukEnergySwitching } from './uk-energy-switching.ts'
import { ukTelecom } from './uk-telecom.ts'
import { vietnamComplaints } from './vietnam-complaints.ts'
import { vietnamWarranty } from './vietnam-warranty.ts'

const second = 1_000
const hour = 3_600_000
const day = 24 * hour
const soon = (at: Date) => later(at, second)

/** Monday 1 June 2026, 10:00 in London; 11:00 in Berlin and Brussels; 16:00 in Hanoi. */
const filedAt = new Date('2026-06-01T09:00:00Z')

const claim = (life: Story, now: Date) =>
  life.act(now, (before, commitment) => chooseRemedy(before, { number: 1, offer: 0 }, commitment, now))
const settle = (life: Story, now: Date) =>
  life.act(now, (before, commitment) => settleRemedy(before, { number: 1, by: tuan }, commitment, now))

describe.each(Object.entries(schemes))('%s', (_, commitment) => {
  it('is a document that can be published, and says its source', () => {
    expect(checkCommitment(commitment, filedAt)).toEqual([])
    expect(commitment.legalBasis).toHaveLength(1)
  })

  it('reads without a code of ours, in both languages', () => {
    for (const pledge of commitment.pledges) {
      for (const locale of ['vi', 'en'] as const) {
        const texts = [
          describePromise(pledge, locale),
          pledge.remedy ? describeRemedy(pledge.remedy, locale) : '',
        ]
        for (const text of texts) expect(text).not.toMatch(/_|undefined|\[object/)
      }
    }
  })
})

describe('a telephone line in the United Kingdom', () => {
  const life = story(ukTelecom, { kind: 'support' }, filedAt)
  /** Tuesday and Wednesday are the two full working days. */
  const due = new Date('2026-06-03T23:00:00Z')

  it('owes £10.34 for each calendar day after two full working days, weekends too', () => {
    expect(life.sum(due)).toBeUndefined()
    expect(life.sum(soon(due))).toBe(1_034)
    expect(life.sum(later(due, day))).toBe(1_034)
    expect(life.sum(soon(later(due, day)))).toBe(2_068)
    // Saturday and Sunday.
    expect(life.sum(soon(later(due, 3 * day)))).toBe(4_136)
  })

  it('owes for 60 days, and no more on the 61st', () => {
    expect(life.sum(later(due, 59 * day))).toBe(59 * 1_034)
    expect(life.sum(soon(later(due, 59 * day)))).toBe(60 * 1_034)
    expect(life.sum(soon(later(due, 60 * day)))).toBe(62_040)
    expect(life.owed(soon(later(due, 60 * day)))?.lines.at(-1)).toEqual({ reason: 'capped' })
  })

  it('counts a day of 25 hours as one, when the clocks go back', () => {
    const autumn = story(ukTelecom, { kind: 'support' }, new Date('2026-10-20T09:00:00Z'))
    // Due at the end of Thursday 22 October; the 25th has 25 hours.
    const dueThen = new Date('2026-10-22T23:00:00Z')
    expect(autumn.sum(soon(later(dueThen, 2 * day)))).toBe(3 * 1_034)
    expect(autumn.sum(later(dueThen, 3 * day + hour))).toBe(3 * 1_034)
    expect(autumn.sum(soon(later(dueThen, 3 * day + hour)))).toBe(4 * 1_034)
  })

  it('owes £32.31 for an engineer who did not come in the half day agreed', () => {
    const visit = story(ukTelecom, { kind: 'callback', callbackFrom: later(filedAt, day) }, filedAt)
    const end = later(filedAt, day + 5 * hour)
    expect(visit.sum(end)).toBeUndefined()
    expect(visit.sum(soon(end))).toBe(3_231)
    expect(visit.sum(later(end, 90 * day))).toBe(3_231)
  })
})

describe('a change of energy supplier in the United Kingdom', () => {
  /** Five working days after Monday the 1st end with Monday the 8th; ten after that, from Tuesday, with the 23rd. */
  const due = new Date('2026-06-08T23:00:00Z')
  const settleBy = new Date('2026-06-23T23:00:00Z')
  const begin = () => story(ukEnergySwitching, { kind: 'support' }, filedAt)

  it('owes £40, and the same again if that is not paid within 10 working days', () => {
    const { sum } = begin()
    expect([due, soon(due), settleBy, soon(settleBy)].map(sum)).toEqual([undefined, 4_000, 4_000, 8_000])
  })

  it('owes no more than that however long it takes', () => {
    expect(begin().sum(later(settleBy, 400 * day))).toBe(8_000)
  })

  it('paid on the last instant is paid in time', () => {
    const life = begin()
    settle(life, settleBy)
    expect(life.sum(later(settleBy, day))).toBe(4_000)
    expect(life.state().deadlines.at(-1)).toMatchObject({ milestone: 'remedy_settled', metAt: settleBy })
  })
})

describe('a power cut in the United Kingdom', () => {
  const at = (hours: number) => later(filedAt, hours * hour)

  it.each([
    ['consumer', 9_500],
    ['partner', 19_000],
  ] as const)('owes a %s %i pence after 12 hours and £45 for each further 12', (customerType, first) => {
    const { sum } = story(ukElectricityOutage, { kind: 'support', customerType }, filedAt)
    expect(sum(at(12))).toBeUndefined()
    expect(sum(soon(at(12)))).toBe(first)
    expect(sum(later(at(24), -second))).toBe(first)
    expect(sum(at(24))).toBe(first + 4_500)
    expect(sum(soon(at(36)))).toBe(first + 9_000)
  })

  it('stops growing when the light is back', () => {
    const life = story(ukElectricityOutage, { kind: 'support' }, filedAt)
    life.resolve(at(25))
    expect(life.sum(at(200))).toBe(14_000)
  })

  it('is set aside for severe weather only with evidence, and owed again when that is disputed', () => {
    const life = story(ukElectricityOutage, { kind: 'support' }, filedAt)
    life.resolve(at(30))
    const waive = (evidence: readonly string[], hours: number) =>
      life.act(at(hours), (before, commitment, now) =>
        waiveRemedy(before, { number: 1, exclusion: 'severe-weather', evidence, by: tuan }, commitment, now),
      )
    expect(waive([], 40)).toEqual({ refused: 'evidence_needed', pointer: '/evidence' })
    stateAfter(waive(['att_1'], 40))
    expect(life.owed(at(41))).toMatchObject({ lines: [], goods: [] })
    expect(life.sum(at(41))).toBeUndefined()
    life.act(at(42), (before, commitment, now) => disputeRemedy(before, { number: 1 }, commitment, now))
    expect(life.sum(at(43))).toBe(14_000)
    // The clock for settling runs anew from the dispute.
    expect(life.state().deadlines.at(-1)).toMatchObject({ milestone: 'remedy_settled', startedAt: at(42) })
  })
})

describe('a line that is out in Germany', () => {
  /** Tuesday and Wednesday are the two days; Thursday is the third. Days end at 22:00 UTC. */
  const due = new Date('2026-06-03T22:00:00Z')
  const on = (dayNumber: number) => soon(later(due, (dayNumber - 3) * day))
  const outage = (monthly_fee?: number) => {
    const life = story(germanTelecom, { kind: 'support' }, filedAt)
    if (monthly_fee !== undefined) life.note(filedAt, { monthly_fee })
    return life
  }

  it.each([
    ['€5 and €10 where the fee is small', 3_495, [500, 1_000, 2_000, 3_000]],
    ['10 and 20 % where that is more', 7_990, [799, 1_598, 3_196, 4_794]],
    ['the same where both come to the same', 5_000, [500, 1_000, 2_000, 3_000]],
    ['half cents rounded up', 7_995, [800, 1_600, 3_199, 4_798]],
  ])('owes %s', (_, fee, sums) => {
    const { sum } = outage(fee)
    expect(sum(due)).toBeUndefined()
    expect([3, 4, 5, 6].map((number) => sum(on(number)))).toEqual(sums)
    expect(sum(later(due, day))).toBe(sums[0])
  })

  it('owes at least the fixed sums while nobody has noted the fee', () => {
    expect(outage().owed(on(5))).toMatchObject({
      atLeast: { amount: 2_000, currency: 'EUR' },
      factsNeeded: ['monthly_fee'],
    })
    expect(outage().sum(on(5))).toBeUndefined()
  })

  it('is to be claimed within three years after it was repaired', () => {
    const life = outage(3_495)
    life.resolve(on(5))
    const { remedies } = life.state()
    const claimBy = new Date('2029-06-06T22:00:00Z')
    expect(remedies[0]).toMatchObject({ state: 'owed', claimBy })
    const stands = (now: Date) => remedies[0] && remedyStateAt(remedies[0], life.state(), germanTelecom, now)
    expect(stands(claimBy)).toBe('owed')
    expect(stands(soon(claimBy))).toBe('expired')
    expect(life.sum(soon(claimBy))).toBeUndefined()
    expect(claim(life, soon(claimBy))).toEqual({ refused: 'claim_window_over' })
    stateAfter(claim(life, claimBy))
    expect(life.sum(soon(claimBy))).toBe(2_000)
  })
})

describe('a flight in the European Union', () => {
  const noted = later(filedAt, hour)
  const flight = (distance_km: number, arrival_delay_minutes: number) => {
    const life = story(euFlights, { kind: 'complaint' }, filedAt)
    life.note(noted, { distance_km, arrival_delay_minutes, disrupted_flights: 1 })
    return life.sum(noted)
  }

  it.each([
    [1_500, 25_000],
    [1_501, 40_000],
    [3_500, 40_000],
    [3_501, 60_000],
  ])('of %i km owes %i cents', (distance, sum) => {
    expect(flight(distance, 300)).toBe(sum)
  })

  it.each([
    [1_500, 120, 12_500],
    [1_500, 121, 25_000],
    [3_500, 180, 20_000],
    [3_500, 181, 40_000],
    [3_501, 240, 30_000],
    [3_501, 241, 60_000],
  ])('of %i km that arrives %i minutes late owes %i cents', (distance, minutes, sum) => {
    expect(flight(distance, minutes)).toBe(sum)
  })

  it('owes nothing before it is noted as disrupted, and says what it needs to know', () => {
    const life = story(euFlights, { kind: 'complaint' }, filedAt)
    life.note(noted, { distance_km: 900 })
    expect(life.owed(noted)).toBeUndefined()
    life.note(soon(noted), { disrupted_flights: 1 })
    expect(life.owed(soon(noted))).toMatchObject({
      atLeast: { amount: 12_500, currency: 'EUR' },
      factsNeeded: ['arrival_delay_minutes'],
    })
  })
})

describe('the uptime of a cloud', () => {
  const noted = later(filedAt, hour)
  const month = (uptime_basis_points: number) => {
    const life = story(cloudUptime, { kind: 'support' }, filedAt)
    life.note(noted, { monthly_fee: 123_450 })
    life.note(noted, { uptime_basis_points })
    return life
  }

  it.each([
    [9_999, undefined],
    [9_998, 12_345],
    [9_900, 12_345],
    [9_899, 37_035],
    [9_500, 37_035],
    [9_499, 123_450],
    [0, 123_450],
  ])('of %i hundredths of a percent owes %s cents', (uptime, sum) => {
    expect(month(uptime).sum(noted)).toBe(sum)
  })

  it('is credited only if it is claimed within two months', () => {
    const claimBy = new Date('2026-08-02T00:00:00Z')
    const life = month(9_000)
    expect(life.state().remedies[0]?.claimBy).toEqual(claimBy)
    expect(life.sum(claimBy)).toBe(123_450)
    expect(life.sum(soon(claimBy))).toBeUndefined()
    stateAfter(claim(life, claimBy))
    expect(life.sum(soon(claimBy))).toBe(123_450)
    expect(life.state().deadlines.at(-1)).toMatchObject({ milestone: 'remedy_settled', startedAt: claimBy })
  })
})

describe('a complaint in Vietnam', () => {
  it('is missed after 7 working days, owes nothing, and names the authority', () => {
    const life = story(vietnamComplaints, { kind: 'complaint' }, filedAt)
    // Tuesday the 2nd is the first working day, Wednesday the 10th the seventh; the office closes at 17:30.
    const due = new Date('2026-06-10T10:30:00Z')
    expect(life.stateAt(due).deadlines[0]?.missedAt).toBeUndefined()
    expect(life.stateAt(soon(due)).deadlines[0]?.missedAt).toEqual(due)
    expect(life.stateAt(soon(due)).remedies).toEqual([])
    expect(vietnamComplaints.escalation).toHaveLength(1)
  })
})

describe('a repair under warranty in Vietnam', () => {
  /** The 15th day after Monday 1 June ends with the 16th, at 17:00 UTC. */
  const due = new Date('2026-06-16T17:00:00Z')
  const begin = () => story(vietnamWarranty, { kind: 'warranty' }, filedAt)

  it('that takes longer owes a new item or the money back, and a day of warranty for each day held', () => {
    const life = begin()
    expect(life.owed(due)).toBeUndefined()
    expect(life.owed(soon(due))).toMatchObject({ goods: [{ type: 'replace' }], days: 16 })
    expect(life.owed(later(due, day))?.days).toBe(16)
    expect(life.owed(soon(later(due, day)))?.days).toBe(17)
  })

  it('that fails a third time owes the same at once', () => {
    const life = begin()
    life.note(later(filedAt, day), { failed_repairs: 2 })
    expect(life.owed(later(filedAt, 2 * day))).toBeUndefined()
    const third = later(filedAt, 3 * day)
    life.note(third, { failed_repairs: 3 })
    expect(life.owed(third)).toMatchObject({ goods: [{ type: 'replace' }], days: 3 })
    expect(life.state().remedies[0]?.owedAt).toEqual(third)
  })

  it('adds 60 days at the most', () => {
    const { owed } = begin()
    const sixtieth = later(due, 44 * day)
    expect(owed(sixtieth)?.days).toBe(59)
    expect(owed(soon(sixtieth))?.days).toBe(60)
    expect(owed(soon(later(sixtieth, day)))?.days).toBe(60)
  })

  it('is settled in the way the customer chose, and the days stand still with it', () => {
    const life = begin()
    const chosenAt = soon(due)
    life.act(chosenAt, (before, commitment, now) =>
      chooseRemedy(before, { number: 1, offer: 1 }, commitment, now),
    )
    stateAfter(settle(life, later(due, 2 * day)))
    expect(life.owed(later(due, 30 * day))).toMatchObject({ goods: [{ type: 'refund' }], days: 17 })
  })
})
