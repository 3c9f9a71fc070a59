import type { Commitment, Pledge, PledgeScope } from './commitment.ts'
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

/** For each milestone the matching pledge with the most conditions; of equals, the one that stands first. */
export function matchPledges(
  commitment: Commitment,
  request: PledgeRequest,
): Partial<Record<Milestone, Pledge>> {
  const matched: Partial<Record<Milestone, Pledge>> = {}
  for (const pledge of commitment.pledges) {
    if (!covers(pledge.for, request)) continue
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
