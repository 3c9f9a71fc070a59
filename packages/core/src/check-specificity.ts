import type { Pledge } from './commitment.ts'
import type { CommitmentProblem } from './commitment-problem.ts'
import { contestOf } from './compete.ts'
import { comesBeforeIn } from './more-specific.ts'
import { milestones } from './vocabulary.ts'

/**
 * Every request gets one pledge of a milestone at most, every pledge is got by some request, and which comes before
 * which is said without contradiction. Pointers begin at the list.
 */
export function checkSpecificity(pledges: readonly Pledge[]): CommitmentProblem[] {
  // Two of one id are told of elsewhere; until then nobody knows which of them is meant.
  if (new Set(pledges.map(({ id }) => id)).size < pledges.length) return []
  const named = pledges.flatMap((pledge, index) => namingProblems(pledge, index, pledges))
  // While it is not clear who comes before whom, nothing can be said of who wins.
  return named.length > 0 ? named : contestProblems(pledges)
}

function namingProblems(pledge: Pledge, index: number, pledges: readonly Pledge[]): CommitmentProblem[] {
  return (pledge.moreSpecificThan ?? []).flatMap((id, place) => {
    const pointer = `/${index}/moreSpecificThan/${place}`
    const other = pledges.find((one) => one.id === id)
    if (!other) {
      const message = `There is no pledge "${id}" beside this one; name one by its id, or take it off the list.`
      return [{ pointer, code: 'pledge_unknown', message }]
    }
    if (id === pledge.id) {
      const message = 'A pledge does not come before itself; take it off the list.'
      return [{ pointer, code: 'more_specific_than_itself', message }]
    }
    if (other.milestone !== pledge.milestone) {
      const message = `"${id}" is about another milestone (${other.milestone}), so the two never compete; take it off the list.`
      return [{ pointer, code: 'milestone_differs', message }]
    }
    if (comesBeforeIn(pledges)(id, pledge.id)) {
      const message = `"${id}" says, itself or through others, that it comes before "${pledge.id}"; only one of the two can.`
      return [{ pointer, code: 'more_specific_in_circle', message }]
    }
    return []
  })
}

function contestProblems(pledges: readonly Pledge[]): CommitmentProblem[] {
  return milestones.flatMap((milestone) => {
    const places = pledges.flatMap((pledge, place) => (pledge.milestone === milestone ? [place] : []))
    const ofMilestone = places.flatMap((place) => pledges[place] ?? [])
    // No request gets a pledge of this milestone; that is told at the milestone itself.
    if (milestone === 'remedy_settled') return []
    const { rivals, unreachable, overridden } = contestOf(milestone, ofMilestone)
    const idAt = (place: number) => ofMilestone[place]?.id ?? ''
    return [
      ...rivals.map(({ one, other, example }) => ({
        pointer: `/${places[other]}`,
        code: 'pledges_compete',
        message: `"${idAt(other)}" and "${idAt(one)}" are both for ${requestWords(example)}, and neither comes before the other. Name the other in moreSpecificThan of the one that is meant, or make one of them for fewer requests.`,
      })),
      ...unreachable.map((place) => ({
        pointer: `/${places[place]}/for`,
        code: 'pledge_unreachable',
        message:
          milestone === 'callback_made'
            ? 'Only requests of the kind callback wait for a call; add that kind, or choose another milestone.'
            : 'No request can be all that this asks for; take a condition away.',
      })),
      ...overridden.map((place) => ({
        pointer: `/${places[place]}`,
        code: 'pledge_overridden',
        message: `Every request that "${idAt(place)}" is for gets a pledge that comes before it; take it away, or make the others for fewer requests.`,
      })),
    ]
  })
}

function requestWords(example: Readonly<Record<string, string>>): string {
  const parts = Object.entries(example).map(([name, value]) => `${conditionWords[name] ?? name} ${value}`)
  return parts.length === 0 ? 'the same requests' : `a request with ${parts.join(', ')}`
}

const conditionWords: Readonly<Record<string, string>> = {
  kinds: 'kind',
  categories: 'category',
  priorities: 'priority',
  customerTypes: 'customer type',
  tiers: 'tier',
  channels: 'channel',
  departments: 'department',
}
