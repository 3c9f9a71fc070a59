import type { Commitment, LatePenalty, Offer } from './commitment.ts'
import type { Duration } from './duration.ts'
import { finalSince } from './growth-end.ts'
import { owedOfPart, type PartOwed } from './owed-part.ts'
import { present } from './present.ts'
import { chosenPart } from './remedy-part.ts'
import { spanOf, termsOf } from './remedy-span.ts'
import { remedyStateAt } from './remedy-state-at.ts'
import { isSettledLate } from './settlement-of.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'
import type { Money } from './vocabulary.ts'

/** Why something is owed, or why no more of it is. */
export type OwedReason = 'missed' | 'units' | 'tier' | 'reduced' | 'capped' | 'alongside' | 'late_penalty'

export type OwedLine = {
  readonly reason: OwedReason
  readonly offer?: Offer
  /** How many units of time the line is for, and how long each is. */
  readonly units?: number
  readonly each?: Duration
  /** Minor units of the commitment's currency; below 0 where a cap or a reduction takes something off. */
  readonly amount?: number
  readonly days?: number
}

/** What a remedy owes at an instant, line by line; the lines' sums are the amount and the days. */
export type Owed = {
  readonly lines: readonly OwedLine[]
  /** Absent when nothing of it is money's worth, or when a fact that it is computed with is missing. */
  readonly amount?: Money
  /** What is owed whatever the missing facts say, such as the fixed part of the greater of two. */
  readonly atLeast?: Money
  /** Days by which a service or a warranty goes on. */
  readonly days?: number
  /** What is given in kind, such as `replace`. */
  readonly goods: readonly Offer[]
  /** Facts of the ticket without which it cannot be computed. */
  readonly factsNeeded: readonly string[]
  /** From when on it grows no more, a penalty for settling late aside; absent while it does. */
  readonly finalAt?: Date
}

const nothing: Owed = { lines: [], goods: [], factsNeeded: [] }

/**
 * What is owed at an instant, and why (PRODUCT.md "Remedies"). Pure: `now` may lie anywhere after the deadline, and
 * nothing needs to be on record that time alone made so. Sums are whole minor units; a percentage is rounded half up.
 *
 * Nothing is owed for a remedy that is waived or was not asked for in time. Once it is settled it stays as it was
 * settled, whatever is noted later. The penalty for settling late comes on top of any cap.
 */
export function owedAt(remedy: OwedRemedy, state: TicketState, commitment: Commitment, now: Date): Owed {
  const stands = remedyStateAt(remedy, state, commitment, now)
  if (stands === 'waived' || stands === 'expired') return nothing
  const span = spanOf(remedy, state, commitment)
  if (now < span.owedAt || (now <= span.owedAt && !span.isOwedAtOnce)) return nothing

  const { alongside, settlement } = termsOf(remedy, state)
  const chosen = chosenPart(remedy, state)
  const until = earlier(now, span.endedAt)
  const main = owedOfPart(chosen, span, until)
  const beside = alongside && owedOfPart({ ...alongside }, span, until)
  const isLate = isSettledLate(remedy, state, commitment, earlier(now, remedy.settled?.at))
  const penalty = isLate ? penaltyFor(main, settlement.latePenalty) : []
  const lines = [...main.lines, ...(beside?.lines ?? []).map(asAlongside), ...penalty]
  const owed = summed(lines, beside ? [main, beside] : [main], commitment.currency)
  const finalAt = finalSince([chosen, ...(alongside ? [alongside] : [])], span, now)
  const { settled } = remedy
  const isFrozen = remedy.state === 'settled' && settled && now >= settled.at
  return { ...(isFrozen ? frozen(owed, settled) : owed), ...present({ finalAt }) }
}

function penaltyFor({ amount, days }: PartOwed, latePenalty: LatePenalty | undefined): OwedLine[] {
  if (!latePenalty) return []
  if (latePenalty !== 'same_again') {
    return [{ reason: 'late_penalty', offer: latePenalty, amount: latePenalty.value.amount }]
  }
  if (amount === 0 && days === 0) return []
  return [{ reason: 'late_penalty', ...(amount > 0 ? { amount } : {}), ...(days > 0 ? { days } : {}) }]
}

function asAlongside(line: OwedLine): OwedLine {
  return line.reason === 'capped' || line.reason === 'reduced' ? line : { ...line, reason: 'alongside' }
}

function summed(lines: readonly OwedLine[], parts: readonly PartOwed[], currency: string): Owed {
  const sum = lines.reduce((amount, line) => amount + (line.amount ?? 0), 0)
  const days = lines.reduce((count, line) => count + (line.days ?? 0), 0)
  const factsNeeded = [...new Set(parts.flatMap((part) => part.factsNeeded))]
  const isLeast = parts.every((part) => part.isLeast)
  const money = sum > 0 ? { amount: sum, currency } : undefined
  return {
    lines,
    goods: parts.flatMap(({ goods }) => goods),
    factsNeeded,
    ...present({
      amount: factsNeeded.length === 0 ? money : undefined,
      atLeast: factsNeeded.length > 0 && isLeast ? money : undefined,
      days: days > 0 ? days : undefined,
    }),
  }
}

/** Facts that are noted after it was settled change nothing; then only what was settled can be said. */
function frozen(owed: Owed, { amount, days }: { readonly amount?: Money; readonly days?: number }): Owed {
  const isAsComputed = owed.amount?.amount === amount?.amount && owed.days === days
  const line: OwedLine = { reason: 'missed', ...present({ amount: amount?.amount, days }) }
  return {
    lines: isAsComputed ? owed.lines : [line],
    goods: owed.goods,
    factsNeeded: [],
    ...present({ amount, days }),
  }
}

function earlier(now: Date, end: Date | undefined): Date {
  return end && end < now ? end : now
}
