import { checkOffer, checkPercent } from './check-offer.ts'
import type { Accrual, Offer, Tier } from './commitment.ts'
import { type CommitmentProblem, within } from './commitment-problem.ts'
import { isInKind } from './offer-worth.ts'

type Scale = Extract<Accrual, { type: 'tiers' }>

/** What is wrong with a scale, seen from the accrual: its steps follow one another without a gap or an overlap. */
export function checkScale({ by, tiers }: Scale, currency: string): CommitmentProblem[] {
  if (tiers.length === 0) {
    return [{ pointer: '/tiers', code: 'scale_empty', message: 'Give the scale at least one step.' }]
  }
  const problems = tiers.flatMap((tier, index) =>
    within(`/tiers/${index}`, [
      ...within('/offer', checkOffer(tier.offer, currency)),
      ...checkReduced(tier),
      ...checkEnds(tier, by),
      ...checkSequence(tiers[index - 1], tier, by),
    ]),
  )
  if (by.type === 'fact') return [...problems, ...within('/by', checkFactName(by.fact))]
  return [...problems, ...(by.owes === 'sum' ? checkAlike(tiers) : checkRise(tiers))]
}

export function checkFactName(fact: string): CommitmentProblem[] {
  if (/^[a-z][a-z0-9_]{0,39}$/.test(fact)) return []
  const message =
    'Name the number with small letters, digits and underscores, such as distance_km; a letter comes first.'
  return [{ pointer: '/fact', code: 'fact_name_invalid', message }]
}

function checkReduced({ reduced }: Tier): CommitmentProblem[] {
  if (!reduced) return []
  return within('/reduced', [...checkFactName(reduced.fact), ...checkPercent(reduced.percent, 100)])
}

function checkEnds({ from, to }: Tier, by: Scale['by']): CommitmentProblem[] {
  const least = by.type === 'time' ? 1 : 0
  if (!Number.isSafeInteger(from) || from < least) {
    const message = `A step begins with a whole number from ${least} on.`
    return [{ pointer: '/from', code: 'scale_bound_invalid', message }]
  }
  if (to === undefined || (Number.isSafeInteger(to) && (by.type === 'time' ? to >= from : to > from)))
    return []
  const message = `This step begins with ${from} and has to end after that; write a greater end, or none.`
  return [{ pointer: '/to', code: 'scale_bound_invalid', message }]
}

function checkSequence(before: Tier | undefined, tier: Tier, by: Scale['by']): CommitmentProblem[] {
  const { from } = tier
  if (!before) {
    if (by.type === 'fact' || by.from === 'start' || from <= 1) return []
    const message = `Nothing is said of the units before ${from}; begin with 1.`
    return [{ pointer: '/from', code: 'scale_gap', message }]
  }
  const expected = before.to === undefined ? undefined : before.to + (by.type === 'time' ? 1 : 0)
  if (from === expected) return []
  if (from <= before.from) {
    const message = `The step before begins with ${before.from}; put the steps in order, each beginning after the one before.`
    return [{ pointer: '/from', code: 'scale_out_of_order', message }]
  }
  if (expected === undefined || from < expected) {
    const message =
      expected === undefined
        ? `The step before has no end; let it end with ${by.type === 'time' ? from - 1 : from}.`
        : `The step before goes further than where this one begins; begin with ${expected}.`
    return [{ pointer: '/from', code: 'scale_overlap', message }]
  }
  const message = `Nothing is said of what lies between this step and the one before; begin with ${expected}.`
  return [{ pointer: '/from', code: 'scale_gap', message }]
}

/** Units are added up, so each step gives the same: sums, days, or things. */
function checkAlike(tiers: readonly Tier[]): CommitmentProblem[] {
  const first = tiers[0] && familyOf(tiers[0].offer)
  return tiers.flatMap(({ offer }, index) => {
    if (familyOf(offer) === first) return []
    const message = 'The steps are added up; let all of them give a sum, or all of them days.'
    return [{ pointer: `/tiers/${index}/offer`, code: 'scale_mixed', message }]
  })
}

/** The step reached is owed alone, so none may be less than the one before: waiting would lower what is owed. */
function checkRise(tiers: readonly Tier[]): CommitmentProblem[] {
  return tiers.flatMap(({ offer }, index) => {
    const before = tiers[index - 1]
    if (!before || !isLess(offer, before.offer)) return []
    const message =
      'This step gives less than the one before, so that being later would cost less; give at least as much.'
    return [{ pointer: `/tiers/${index}/offer`, code: 'scale_falls', message }]
  })
}

function isLess(offer: Offer, before: Offer): boolean {
  if ('value' in offer && 'value' in before) return offer.value.amount < before.value.amount
  if (offer.type === 'percent_of' && before.type === 'percent_of')
    return offer.of === before.of && offer.percent < before.percent
  return offer.type === 'service_days' && before.type === 'service_days' && offer.days < before.days
}

export function familyOf(offer: Offer): 'sum' | 'days' | 'thing' {
  if (offer.type === 'service_days') return 'days'
  return isInKind(offer) ? 'thing' : 'sum'
}
