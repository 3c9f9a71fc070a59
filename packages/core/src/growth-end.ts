import { type Limit, limitOf } from './cap-limit.ts'
import type { Tier } from './commitment.ts'
import { unitsMax, unitsReachedAt } from './count-units.ts'
import { isInKind, worthOf } from './offer-worth.ts'
import { owesLastStep, type Part, perUnitOf, stepsOf } from './remedy-part.ts'
import type { RemedySpan } from './remedy-span.ts'
import { shareOf } from './share-of.ts'
import type { Facts } from './vocabulary.ts'

const noLimit = Number.POSITIVE_INFINITY

/**
 * From when on a part grows no more, as far as that is known: it may lie ahead, and all of it is owed from the first
 * moment after it. Undefined while only the end of the work can end it.
 */
export function growthEndOf(part: Part, span: RemedySpan): Date | undefined {
  const per = perUnitOf(part.accrual)
  if (!per) return span.owedAt
  const units = lastUnitOf(part, span.facts)
  const reachedAt = units < unitsMax ? unitsReachedAt(per, span, units) : undefined
  const ends = [reachedAt, span.endedAt].filter((at) => at !== undefined).map((at) => at.getTime())
  return ends.length > 0 ? new Date(Math.max(Math.min(...ends), span.owedAt.getTime())) : undefined
}

/** From when on none of these parts grows, if that is so at `now`. */
export function finalSince(parts: readonly Part[], span: RemedySpan, now: Date): Date | undefined {
  let since = span.owedAt
  for (const part of parts) {
    const end = growthEndOf(part, span)
    if (!end || end > now) return undefined
    // The last unit counts from the first moment after it began; the end of the work ends it at once.
    const isEnded = span.isOwedAtOnce || (span.endedAt !== undefined && span.endedAt <= end)
    if (end >= now && !isEnded) return undefined
    if (end > since) since = end
  }
  return since
}

/** The unit with which a part stops growing: by its cap, by the end of its scale, or because nothing grows for ever. */
export function lastUnitOf(part: Part, facts: Facts): number {
  const limit = limitOf(part.cap, facts)
  const last = owesLastStep(part)
    ? lastOfSteps(stepsOf(part), limit, facts)
    : lastOfSum(stepsOf(part), limit, facts)
  return Math.max(1, Math.min(last, limit.units ?? unitsMax, unitsMax))
}

/** Of a scale whose step reached is owed alone: the first step that comes to the limit, else its last step. */
function lastOfSteps(steps: readonly Tier[], limit: Limit, facts: Facts): number {
  const atLimit = steps.find((step) => {
    const { amount, days } = leastWorthOf(step, facts)
    return amount >= (limit.amount ?? noLimit) || days >= (limit.days ?? noLimit)
  })
  return (atLimit ?? steps.at(-1))?.from ?? 1
}

function lastOfSum(steps: readonly Tier[], limit: Limit, facts: Facts): number {
  let { amount = noLimit, days = noLimit } = limit
  let end = 1
  for (const step of steps) {
    const { from, to = noLimit } = step
    const worth = leastWorthOf(step, facts)
    const needed = Math.min(timesFor(amount, worth.amount), timesFor(days, worth.days))
    // What is given in kind is given once, however many units go by.
    end = isInKind(step.offer) ? from : Math.min(to, from + needed - 1)
    if (end < to && !isInKind(step.offer)) return end
    if (to === noLimit) return end
    amount -= worth.amount * (to - from + 1)
    days -= worth.days * (to - from + 1)
  }
  return end
}

/** How many times so much comes to a limit. */
function timesFor(limit: number, worth: number): number {
  return worth > 0 ? Math.max(1, Math.ceil(limit / worth)) : noLimit
}

function leastWorthOf({ offer, reduced }: Tier, facts: Facts): { amount: number; days: number } {
  const { amount, days } = worthOf(offer, facts)
  const value = reduced && facts[reduced.fact]
  if (!reduced || (value !== undefined && value > reduced.atMost)) return { amount, days }
  return { amount: shareOf(amount, reduced.percent), days: shareOf(days, reduced.percent) }
}
