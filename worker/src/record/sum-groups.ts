import {
  addCounters,
  dueOf,
  figuresOf,
  type Hiding,
  isWhole,
  type Milestone,
  noCounters,
  type RecordCounters,
  type RecordFigures,
  type RecordWindow,
  recordGroupMin,
  smallGroups,
} from '@camket/core'

/** A day's or a month's sums of one pledge and milestone. */
export type Sums = {
  readonly span: 'day' | 'month'
  readonly period: string
  readonly pledge: string
  readonly milestone: Milestone
  readonly counters: RecordCounters
}

export type Group = Pick<Sums, 'pledge' | 'milestone' | 'counters'>

/** The groups of a window: from months where the window has them whole, else from their days. By name. */
export function groupsIn(sums: readonly Sums[], window: RecordWindow): Group[] {
  const groups = new Map<string, Group>()
  for (const { span, period, pledge, milestone, counters } of sums) {
    const isInMonth = isWhole(period.slice(0, 7), window)
    const counts = span === 'month' ? isInMonth : !isInMonth && window.from <= period && period <= window.to
    if (!counts) continue
    const name = nameOf({ pledge, milestone })
    const before = groups.get(name)?.counters ?? noCounters
    groups.set(name, { pledge, milestone, counters: addCounters(before, counters) })
  }
  return [...groups.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

export const isSettlement = ({ milestone }: Pick<Sums, 'milestone'>): boolean =>
  milestone === 'remedy_settled'

export const nameOf = ({ pledge, milestone }: Pick<Sums, 'pledge' | 'milestone'>): string =>
  `${pledge} ${isSettlement({ milestone }) ? 1 : 0} ${milestone}`

/** How the groups of the last year that are too small to be told of are hidden, by name; settlements for themselves. */
export function hidingIn(year: readonly Group[]): ReadonlyMap<string, Hiding> {
  const small = [true, false].flatMap((settlements) => {
    const family = year.filter((group) => isSettlement(group) === settlements)
    const sizes = family.map((group) => ({
      name: nameOf(group),
      due: dueOf(group.counters),
      excluded: group.counters.excluded,
    }))
    return [...smallGroups(sizes)]
  })
  return new Map(small)
}

/** What is told of some groups together: null when something is hidden in them, or less than five fell due. */
export function figuresShown(
  groups: readonly Group[],
  isHidden: (group: Group) => boolean,
): RecordFigures | null {
  const shown = sumOf(groups.filter((group) => !isHidden(group)))
  if (dueOf(shown) >= recordGroupMin) return figuresOf(shown)
  return isNothing(sumOf(groups)) ? figuresOf(noCounters) : null
}

const sumOf = (groups: readonly Group[]) =>
  groups.map(({ counters }) => counters).reduce(addCounters, noCounters)

const isNothing = (counters: RecordCounters) => dueOf(counters) + counters.excluded === 0
