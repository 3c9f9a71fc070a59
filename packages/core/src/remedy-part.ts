import type { Accrual, Cap, Offer, PerUnit, Tier } from './commitment.ts'
import { termsOf } from './remedy-span.ts'
import type { OwedRemedy, TicketState } from './ticket-state.ts'

/** One of the two halves of a remedy: what is chosen, or what is given alongside. A scale has its offers in itself. */
export type Part = {
  readonly offer: Offer | undefined
  readonly accrual: Accrual
  readonly cap?: Cap | undefined
}

/** What the customer takes: the offer they chose, the first until then; of a scale, what the scale says. */
export function chosenPart(remedy: OwedRemedy, state: TicketState): Part {
  const { choice, accrual, cap } = termsOf(remedy, state)
  return { offer: choice[remedy.chosen?.offer ?? 0], accrual, cap }
}

/** By which units of time a part grows; undefined where it does not. */
export function perUnitOf(accrual: Accrual): PerUnit | undefined {
  if (accrual.type === 'per') return accrual
  return accrual.type === 'tiers' && accrual.by.type === 'time' ? accrual.by : undefined
}

/** Whether the step reached owes its offer alone, instead of each unit its own step's. */
export function owesLastStep({ accrual }: Part): boolean {
  return accrual.type === 'tiers' && accrual.by.type === 'time' && accrual.by.owes === 'last'
}

/** A scale's steps; what is owed for each unit alike is a scale with one step. */
export function stepsOf({ offer, accrual }: Part): readonly Tier[] {
  if (accrual.type === 'tiers') return accrual.tiers
  return offer ? [{ from: 1, offer }] : []
}

/** The step of a scale that a fact's value lies in; `bounds` says which end belongs to it. */
export function tierOfFact(tiers: readonly Tier[], bounds: 'from' | 'to', value: number): Tier | undefined {
  return tiers.find(({ from, to = Number.POSITIVE_INFINITY }) =>
    bounds === 'from' ? from <= value && value < to : from < value && value <= to,
  )
}
