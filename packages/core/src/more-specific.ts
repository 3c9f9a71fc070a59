import type { Pledge } from './commitment.ts'

/** Whether the first of two pledges says that it comes before the other, itself or through others. */
export type ComesBefore = (one: string, other: string) => boolean

const known = new WeakMap<readonly Pledge[], ComesBefore>()

/** Read from `moreSpecificThan`, followed to its end. A list of pledges is a value: it is read once. */
export function comesBeforeIn(pledges: readonly Pledge[]): ComesBefore {
  const read = known.get(pledges)
  if (read) return read
  const below = new Map(pledges.map(({ id }) => [id, reachedFrom(id, pledges)]))
  const comesBefore: ComesBefore = (one, other) => below.get(one)?.has(other) ?? false
  known.set(pledges, comesBefore)
  return comesBefore
}

/** Itself only where it is part of a circle. */
function reachedFrom(id: string, pledges: readonly Pledge[]): ReadonlySet<string> {
  const named = new Map(pledges.map((pledge) => [pledge.id, pledge.moreSpecificThan ?? []]))
  const reached = new Set<string>()
  const left = [...(named.get(id) ?? [])]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    left.push(...(named.get(next) ?? []))
  }
  return reached
}
