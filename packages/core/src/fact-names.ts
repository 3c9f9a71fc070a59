import type { Accrual, Commitment, Pledge, Remedy } from './commitment.ts'
import { bases } from './vocabulary.ts'

/** The fact that a percentage of each basis is taken of. */
const ofBases = bases.map((basis) => (basis === 'monthly_fee' ? basis : `${basis}_amount`))

/** Names of the numbers that a commitment computes with: the sums first, then what its pledges ask for. */
export function factNamesOf({ pledges, internalPledges = [] }: Commitment): string[] {
  return [...new Set([...ofBases, ...[...pledges, ...internalPledges].flatMap(factsOf)])]
}

function factsOf({ missedWhen, remedy }: Pledge): string[] {
  return [...(missedWhen ? [missedWhen.fact] : []), ...(remedy ? ofRemedy(remedy) : [])]
}

function ofRemedy({ accrual, alongside }: Remedy): string[] {
  return [...ofAccrual(accrual), ...(alongside ? ofAccrual(alongside.accrual) : [])]
}

function ofAccrual(accrual: Accrual): string[] {
  if (accrual.type !== 'tiers') return []
  const by = accrual.by.type === 'fact' ? [accrual.by.fact] : []
  return [...by, ...accrual.tiers.flatMap(({ reduced }) => (reduced ? [reduced.fact] : []))]
}
