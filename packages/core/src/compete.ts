import type { Pledge, PledgeScope } from './commitment.ts'
import { comesBeforeIn } from './more-specific.ts'
import { channels, customerTiers, customerTypes, kinds, type Milestone, priorities } from './vocabulary.ts'

/** A request by what it has: values of the conditions that pledges make, but for those that make no difference. */
type Example = Readonly<Record<string, string>>

export type Contest = {
  /** Places of pledges that some request gets both, and neither comes before the other; with such a request. */
  readonly rivals: readonly { readonly one: number; readonly other: number; readonly example: Example }[]
  /** Places of pledges that no request of any kind is for. */
  readonly unreachable: readonly number[]
  /** Places of pledges that always lose to one that comes before. */
  readonly overridden: readonly number[]
}

/**
 * Lets pledges of one milestone compete for every request that there can be. Requests that they do not tell apart
 * count as one, so what is tried are sets of pledges: bit `n` of a set stands for the n-th pledge.
 */
export function contestOf(milestone: Milestone, pledges: readonly Pledge[]): Contest {
  const all = setOf(pledges.map((_, place) => place))
  let found = new Map<bigint, Example>([[all, {}]])
  for (const [name, values] of conditionsOf(milestone, pledges)) {
    const next = new Map<bigint, Example>()
    for (const value of values) {
      const allowed = setOf(placesThatAllow(name, value, pledges))
      for (const [set, example] of found) {
        const both = set & allowed
        if (next.has(both)) continue
        next.set(both, value === undefined ? example : { ...example, [name]: value })
      }
    }
    found = next
  }
  return judge(found, pledges)
}

function judge(found: ReadonlyMap<bigint, Example>, pledges: readonly Pledge[]): Contest {
  const comesBefore = comesBeforeIn(pledges)
  const stronger = pledges.map(({ id }) =>
    setOf(pledges.flatMap((other, place) => (comesBefore(other.id, id) ? [place] : []))),
  )
  const places = pledges.map((_, place) => place)
  let reached = 0n
  let won = 0n
  const rivals = new Map<string, Contest['rivals'][number]>()
  for (const [set, example] of found) {
    const winners = places.filter((place) => has(set, place) && (set & (stronger[place] ?? 0n)) === 0n)
    reached |= set
    won |= setOf(winners)
    for (const [index, other] of winners.entries()) {
      for (const one of winners.slice(0, index)) {
        const pair = `${one} ${other}`
        if (!rivals.has(pair))
          rivals.set(pair, { one, other, example: wonBy(example, pledges[one], pledges[other]) })
      }
    }
  }
  return {
    rivals: [...rivals.values()].sort((a, b) => a.other - b.other || a.one - b.one),
    unreachable: places.filter((place) => !has(reached, place)),
    overridden: places.filter((place) => has(reached, place) && !has(won, place)),
  }
}

/** Of an example only what one of the two asks for. */
function wonBy(example: Example, ...pledges: (Pledge | undefined)[]): Example {
  const asked = new Set(pledges.flatMap((pledge) => Object.keys(pledge?.for ?? {})))
  return Object.fromEntries(Object.entries(example).filter(([name]) => asked.has(name)))
}

type Condition = keyof PledgeScope

/** What requests may have for each condition; undefined stands for all that no pledge names. */
function conditionsOf(
  milestone: Milestone,
  pledges: readonly Pledge[],
): [Condition, readonly (string | undefined)[]][] {
  const named = (name: 'categories' | 'departments') => [
    ...new Set(pledges.flatMap((pledge) => pledge.for[name] ?? [])),
    undefined,
  ]
  return [
    // Only a customer who asks to be called is called.
    ['kinds', milestone === 'callback_made' ? ['callback'] : kinds],
    ['categories', named('categories')],
    ['priorities', priorities],
    ['customerTypes', customerTypes],
    ['tiers', [...customerTiers, undefined]],
    ['channels', channels],
    ['departments', named('departments')],
  ]
}

function placesThatAllow(name: Condition, value: string | undefined, pledges: readonly Pledge[]): number[] {
  return pledges.flatMap((pledge, place) => {
    const list: readonly string[] | undefined = pledge.for[name]
    return list === undefined || (value !== undefined && list.includes(value)) ? [place] : []
  })
}

function setOf(places: readonly number[]): bigint {
  return places.reduce((set, place) => set | (1n << BigInt(place)), 0n)
}

function has(set: bigint, place: number): boolean {
  return (set & (1n << BigInt(place))) !== 0n
}
