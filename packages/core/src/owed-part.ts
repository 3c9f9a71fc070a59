import { type Limit, limitOf } from './cap-limit.ts'
import type { Offer, PerUnit, Tier } from './commitment.ts'
import { countUnits } from './count-units.ts'
import type { Duration } from './duration.ts'
import { lastUnitOf } from './growth-end.ts'
import { isInKind, worthOf } from './offer-worth.ts'
import type { OwedLine, OwedReason } from './owed-at.ts'
import { present } from './present.ts'
import { owesLastStep, type Part, perUnitOf, stepsOf, tierOfFact } from './remedy-part.ts'
import type { RemedySpan } from './remedy-span.ts'
import { shareOf } from './share-of.ts'
import type { Facts } from './vocabulary.ts'

export type PartOwed = {
  readonly lines: readonly OwedLine[]
  /** Minor units; 0 where nothing of it is a sum. */
  readonly amount: number
  readonly days: number
  readonly goods: readonly Offer[]
  readonly factsNeeded: readonly string[]
  /** Whether that much is owed whatever the missing facts say; not so where one of them says how much at most. */
  readonly isLeast: boolean
}

type Accrued = {
  readonly lines: readonly OwedLine[]
  readonly factsNeeded: readonly string[]
  /** Whether the cap lets no more units count. */
  readonly isAtCap?: boolean
}
type Times = { readonly reason: OwedReason; readonly count: number; readonly each?: Duration }

/** What a part comes to at an instant after the deadline. */
export function owedOfPart(part: Part, span: RemedySpan, until: Date): PartOwed {
  const { lines, factsNeeded, isAtCap = false } = accrued(part, span, until)
  const limit = limitOf(part.cap, span.facts)
  const cut = cutOff(lines, limit)
  // Where the last unit comes to just the limit, whoever reads it is told nevertheless why no more follows.
  const atMost: OwedLine[] = isAtCap && cut.length === 0 ? [{ reason: 'capped' }] : cut
  const all = [...lines, ...atMost]
  return {
    lines: all,
    amount: total(all, 'amount'),
    days: total(all, 'days'),
    goods: lines.flatMap(({ offer }) => (offer && isInKind(offer) ? [offer] : [])),
    factsNeeded: [...factsNeeded, ...limit.factsNeeded],
    isLeast: limit.factsNeeded.length === 0,
  }
}

function accrued(part: Part, span: RemedySpan, until: Date): Accrued {
  const { offer, accrual } = part
  const per = perUnitOf(accrual)
  if (per) return byTime(part, per, span, until)
  if (accrual.type !== 'tiers' || accrual.by.type !== 'fact')
    return offer ? linesFor({ offer }, { reason: 'missed', count: 1 }, span.facts) : nothing
  const { fact, bounds } = accrual.by
  const value = span.facts[fact]
  if (value === undefined) return { lines: [], factsNeeded: [fact] }
  const tier = tierOfFact(accrual.tiers, bounds, value)
  return tier ? linesFor(tier, { reason: 'tier', count: 1 }, span.facts) : nothing
}

const nothing: Accrued = { lines: [], factsNeeded: [] }

function byTime(part: Part, per: PerUnit, span: RemedySpan, until: Date): Accrued {
  const last = lastUnitOf(part, span.facts)
  const units = countUnits(per, span, until, last)
  const found = owesLastStep(part)
    ? stepsOf(part)
        .filter(({ from }) => from <= units)
        .slice(-1)
        .map((step) => linesFor(step, { reason: 'tier', count: 1 }, span.facts))
    : stepsOf(part).flatMap((step) => {
        const count = Math.min(units, step.to ?? units) - step.from + 1
        const reason = part.accrual.type === 'per' ? 'units' : 'tier'
        return count > 0 ? [linesFor(step, { reason, count, each: per.each }, span.facts)] : []
      })
  return {
    lines: found.flatMap(({ lines }) => lines),
    factsNeeded: found.flatMap(({ factsNeeded }) => factsNeeded),
    isAtCap: units === last && last < lastUnitOf({ ...part, cap: undefined }, span.facts),
  }
}

/** So many times an offer. The sum of one unit is rounded, and then taken so many times. */
function linesFor(
  { offer, reduced }: Pick<Tier, 'offer' | 'reduced'>,
  { reason, count, each }: Times,
  facts: Facts,
): Accrued {
  const { amount, days, factsNeeded } = worthOf(offer, facts)
  const isOnce = isInKind(offer)
  const line = (why: OwedReason, sum: { amount: number; days: number }): OwedLine => ({
    reason: why,
    offer,
    ...(each && !isOnce ? { units: count, each } : {}),
    ...present({ amount: nonZero(sum.amount * count), days: nonZero(sum.days * count) }),
  })
  const full = line(reason, { amount, days })
  const value = reduced && facts[reduced.fact]
  if (!reduced || (value !== undefined && value > reduced.atMost)) return { lines: [full], factsNeeded }
  const less = line('reduced', {
    amount: shareOf(amount, reduced.percent) - amount,
    days: shareOf(days, reduced.percent) - days,
  })
  // As long as nobody knows, no more is certain than what is left of it.
  const needed = value === undefined ? [...factsNeeded, reduced.fact] : factsNeeded
  return { lines: [full, less], factsNeeded: needed }
}

function cutOff(lines: readonly OwedLine[], limit: Limit): OwedLine[] {
  const amount = Math.min(0, (limit.amount ?? Number.POSITIVE_INFINITY) - total(lines, 'amount'))
  const days = Math.min(0, (limit.days ?? Number.POSITIVE_INFINITY) - total(lines, 'days'))
  if (amount === 0 && days === 0) return []
  return [{ reason: 'capped', ...present({ amount: nonZero(amount), days: nonZero(days) }) }]
}

function total(lines: readonly OwedLine[], member: 'amount' | 'days'): number {
  return lines.reduce((sum, line) => sum + (line[member] ?? 0), 0)
}

/** A line without a sum says nothing about money. */
function nonZero(value: number): number | undefined {
  return value === 0 ? undefined : value
}
