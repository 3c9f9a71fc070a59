import type { Commitment, Pledge, PledgeScope } from './commitment.ts'
import { comesBeforeIn } from './more-specific.ts'
import type { Channel, CustomerTier, CustomerType, Kind, Milestone, Priority } from './vocabulary.ts'

/** What a pledge's scope is compared with. */
export type PledgeRequest = {
  readonly kind: Kind
  readonly category?: string | undefined
  readonly priority: Priority
  readonly customerType: CustomerType
  readonly customerTier?: CustomerTier | undefined
  readonly channel: Channel
}

type Matched = Partial<Record<Milestone, Pledge>>

/**
 * For each milestone the pledge that comes before all others that are for the request. Documents of before pledges
 * could say so: the one with the most conditions; of equals, the one that stands first.
 */
export function matchPledges(commitment: Commitment, request: PledgeRequest): Matched {
  return match(commitment.pledges, (scope) => covers(scope, request))
}

/** The same among the pledges between departments, for a request that is handed to this one. */
export function matchInternalPledges(
  { internalPledges = [] }: Commitment,
  request: PledgeRequest,
  departmentId: string,
): Matched {
  return match(internalPledges, (scope) => covers(scope, request) && allows(scope.departments, departmentId))
}

function match(pledges: readonly Pledge[], isFor: (scope: PledgeScope) => boolean): Matched {
  const comesBefore = comesBeforeIn(pledges)
  const candidates = pledges.filter((pledge) => isFor(pledge.for))
  const matched: Matched = {}
  for (const pledge of candidates) {
    if (candidates.some(({ id }) => comesBefore(id, pledge.id))) continue
    const rival = matched[pledge.milestone]
    if (!rival || conditionCount(pledge.for) > conditionCount(rival.for)) matched[pledge.milestone] = pledge
  }
  return matched
}

function covers(scope: PledgeScope, request: PledgeRequest): boolean {
  return (
    allows(scope.kinds, request.kind) &&
    allows(scope.categories, request.category) &&
    allows(scope.priorities, request.priority) &&
    allows(scope.customerTypes, request.customerType) &&
    allows(scope.tiers, request.customerTier) &&
    allows(scope.channels, request.channel)
  )
}

function allows<T>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value))
}

function conditionCount(scope: PledgeScope): number {
  return Object.values(scope).filter((list) => list !== undefined).length
}
