import type { Commitment } from './commitment.ts'
import type { Refusal } from './ticket-state.ts'

/**
 * Why an exclusion cannot be cited so: it is not published, not one of those that the pledge allows, or the evidence
 * that it asks for is missing.
 */
export function refusedGrounds(
  input: { readonly exclusion?: string | undefined; readonly evidence?: readonly string[] | undefined },
  commitment: Commitment,
  pledgeId?: string,
): Refusal | undefined {
  const { exclusion, evidence = [] } = input
  if (exclusion === undefined) return { refused: 'exclusion_needed', pointer: '/exclusion' }
  const cited = commitment.exclusions.find(({ code }) => code === exclusion)
  const allowed = commitment.pledges.find(({ id }) => id === pledgeId)?.exclusions
  if (!cited || (allowed && !allowed.includes(exclusion)))
    return { refused: 'exclusion_unknown', pointer: '/exclusion' }
  if (cited.evidenceNeeded && evidence.length === 0)
    return { refused: 'evidence_needed', pointer: '/evidence' }
  return undefined
}
