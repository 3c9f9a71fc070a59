import { checkMoney, checkOffer, checkPenalty, checkPercent } from './check-offer.ts'
import { checkScale, familyOf } from './check-scale.ts'
import type { Accrual, Cap, Offer, Remedy } from './commitment.ts'
import { type CommitmentProblem, within } from './commitment-problem.ts'
import { checkDuration, type Duration, fixedUnitMillis } from './duration.ts'
import { dayMillis } from './local-clock.ts'
import { perUnitOf } from './remedy-part.ts'

/** What keeps a remedy from being published, seen from the remedy. */
export function checkRemedy(remedy: Remedy, currency: string): CommitmentProblem[] {
  const { choice, accrual, cap, alongside, settlement } = remedy
  const offers = accrual.type === 'tiers' ? accrual.tiers.map(({ offer }) => offer) : choice
  return [
    ...checkChoice(remedy, currency),
    ...within('/accrual', checkAccrual(accrual, currency)),
    ...checkGrowth(choice, accrual),
    ...(cap ? within('/cap', checkCap(cap, offers, accrual, currency)) : []),
    ...(alongside ? within('/alongside', checkAlongside(alongside, currency)) : []),
    ...within('/settlement', [
      ...checkSettlement(settlement),
      ...within('/latePenalty', checkPenalty(settlement.latePenalty, currency)),
    ]),
    ...(settlement.latePenalty === 'same_again' ? checkSameAgain(offers) : []),
  ]
}

function checkChoice({ choice, accrual }: Remedy, currency: string): CommitmentProblem[] {
  const problems = choice.flatMap((offer, index) => within(`/choice/${index}`, checkOffer(offer, currency)))
  if (accrual.type === 'tiers' && choice.length > 0) {
    const message = 'A scale has its offers in its steps; leave the choice empty.'
    problems.push({ pointer: '/choice', code: 'choice_beside_scale', message })
  }
  if (accrual.type !== 'tiers' && choice.length === 0) {
    const message = 'Offer at least one thing, or leave the remedy out.'
    problems.push({ pointer: '/choice', code: 'choice_empty', message })
  }
  return problems
}

function checkAccrual(accrual: Accrual, currency: string): CommitmentProblem[] {
  const per = perUnitOf(accrual)
  const place = accrual.type === 'tiers' ? '/by/each' : '/each'
  return [
    ...(per ? within(place, checkEach(per.each)) : []),
    ...(accrual.type === 'tiers' ? checkScale(accrual, currency) : []),
  ]
}

function checkEach(each: Duration): CommitmentProblem[] {
  const problems = checkDuration(each)
  if (problems.length > 0 || each.amount > 0) return problems
  return [{ pointer: '/amount', code: 'unit_empty', message: 'Count by units of at least 1.' }]
}

function checkGrowth(choice: readonly Offer[], accrual: Accrual): CommitmentProblem[] {
  if (accrual.type !== 'per') return []
  return choice.flatMap((offer, index) => {
    if (familyOf(offer) !== 'thing') return []
    const message =
      'This is given once, not for each unit of time; offer a sum or days, or let it be owed once.'
    return [{ pointer: `/choice/${index}`, code: 'offer_not_countable', message }]
  })
}

function checkCap(
  cap: Cap,
  offers: readonly Offer[],
  accrual: Accrual,
  currency: string,
): CommitmentProblem[] {
  const invalid = checkCapValue(cap, currency)
  if (invalid.length > 0) return invalid
  const families = new Set(offers.map(familyOf))
  const fits = cap.type === 'count' ? perUnitOf(accrual) : families.has(cap.type === 'days' ? 'days' : 'sum')
  if (!fits) {
    const message =
      cap.type === 'count'
        ? 'Nothing is counted here, so there is no number of units to end it; write the most as a sum.'
        : `There is nothing here that a limit in ${cap.type === 'days' ? 'days' : 'money'} could end; leave the limit out.`
    return [{ pointer: '', code: 'cap_does_not_fit', message }]
  }
  const first = accrual.type === 'tiers' ? accrual.tiers[0]?.from : 1
  const isLonger =
    cap.type === 'count' && accrual.type === 'tiers'
      ? cap.units < (first ?? 1)
      : isAbove(offers, cap, accrual)
  if (!isLonger) return []
  const message = 'What is owed first is more than the most that is owed; raise the limit, or offer less.'
  return [{ pointer: '', code: 'cap_below_first_unit', message }]
}

function checkCapValue(cap: Cap, currency: string): CommitmentProblem[] {
  if (cap.type === 'amount') return within('/value', checkMoney(cap.value, currency))
  if (cap.type === 'percent_of') return checkPercent(cap.percent, 1_000)
  const [member, count] =
    cap.type === 'count' ? (['units', cap.units] as const) : (['days', cap.days] as const)
  if (Number.isSafeInteger(count) && count > 0) return []
  const message = 'Write the most as a whole number above 0.'
  return [{ pointer: `/${member}`, code: 'cap_invalid', message }]
}

/** Whether one of the offers (of a scale's steps: the first) exceeds the cap by itself, whatever the facts say. */
function isAbove(offers: readonly Offer[], cap: Cap, accrual: Accrual): boolean {
  const firsts = accrual.type === 'tiers' && accrual.by.type === 'time' ? offers.slice(0, 1) : offers
  return firsts.some((offer) => {
    const rivals: readonly Offer[] = offer.type === 'greater_of' ? offer.offers : [offer]
    return rivals.some((rival) => {
      if (cap.type === 'amount') return 'value' in rival && rival.value.amount > cap.value.amount
      if (cap.type === 'days') return rival.type === 'service_days' && rival.days > cap.days
      if (cap.type !== 'percent_of' || rival.type !== 'percent_of') return false
      return rival.of === cap.of && rival.percent > cap.percent
    })
  })
}

function checkAlongside(
  { offer, accrual, cap }: NonNullable<Remedy['alongside']>,
  currency: string,
): CommitmentProblem[] {
  if (accrual.type === 'tiers') {
    const message = 'What is given alongside is one thing; let it be owed once, or for each unit of time.'
    return [{ pointer: '/accrual', code: 'scale_alongside', message }]
  }
  return [
    ...within('/offer', checkOffer(offer, currency)),
    ...within('/accrual', checkAccrual(accrual, currency)),
    ...checkGrowth([offer], accrual).map((problem) => ({ ...problem, pointer: '/offer' })),
    ...(cap ? within('/cap', checkCap(cap, [offer], accrual, currency)) : []),
  ]
}

function checkSettlement(settlement: Remedy['settlement']): CommitmentProblem[] {
  const problems = within('/payWithin', checkDuration(settlement.payWithin))
  if (settlement.type !== 'on_claim') return problems
  const { within: window } = settlement
  const invalid = checkDuration(window)
  if (invalid.length > 0) return [...problems, ...within('/within', invalid)]
  const unitMillis = fixedUnitMillis[window.unit]
  const isShort = unitMillis === undefined ? window.amount < 1 : window.amount * unitMillis < dayMillis
  if (!isShort) return problems
  const message = 'Nobody can be expected to claim in so little time; give customers at least a day.'
  return [...problems, { pointer: '/within', code: 'claim_window_short', message }]
}

/** Where no offer is a sum or a number of days, there is nothing that could be doubled. */
function checkSameAgain(offers: readonly Offer[]): CommitmentProblem[] {
  if (offers.length === 0 || offers.some((offer) => familyOf(offer) !== 'thing')) return []
  const message = 'A thing cannot be doubled; name a sum that is owed on top when it comes late.'
  return [{ pointer: '/settlement/latePenalty', code: 'penalty_without_sum', message }]
}
