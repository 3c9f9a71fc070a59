import { dueOf, type RecordCounters } from './record-counters.ts'
import type { Money } from './vocabulary.ts'

/** Of fewer than so many that fell due, nothing is told: somebody could be known by it, and it says little. */
export const recordGroupMin = 5

export type RecordFigures = {
  readonly due: number
  readonly kept: number
  readonly missed: number
  /** Of the missed ones, those reached afterwards. */
  readonly late: number
  readonly excluded: number
  /** Kept of due, from 0 to 1, to four places. */
  readonly keptRate: number | null
  /** Half of what fell due was done within so many minutes; null when fewer than that were ever done. */
  readonly medianMinutes: number | null
  /** Nine of ten. */
  readonly p90Minutes: number | null
  readonly remedies: {
    readonly owed: number
    readonly settled: number
    readonly waived: number
    readonly expired: number
    /** What was settled in money's worth. What is still owed may grow, so it is only counted. */
    readonly amounts: readonly Money[]
  }
}

export function figuresOf(counters: RecordCounters): RecordFigures {
  const { kept, missed, late, excluded, settled } = counters
  const due = dueOf(counters)
  return {
    due,
    kept,
    missed,
    late,
    excluded,
    keptRate: due === 0 ? null : Math.round((kept / due) * 10_000) / 10_000,
    medianMinutes: minutesOf(counters, 5),
    p90Minutes: minutesOf(counters, 9),
    remedies: {
      owed: counters.remediesOwed,
      settled: counters.remediesSettled,
      waived: counters.remediesWaived,
      expired: counters.remediesExpired,
      amounts: Object.entries(settled)
        .filter(([, amount]) => amount !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, amount]) => ({ amount, currency })),
    },
  }
}

/**
 * Within how many minutes so many tenths of what fell due were done (nearest rank). What was never done counts as longer
 * than anything, so that leaving hard ones undone makes no figure look better.
 */
function minutesOf({ times, ...counters }: RecordCounters, tenths: number): number | null {
  const due = counters.kept + counters.missed
  const rank = Math.ceil((due * tenths) / 10)
  let reached = 0
  for (const [minutes, count] of Object.entries(times).sort(([a], [b]) => Number(a) - Number(b))) {
    reached += count
    if (due > 0 && reached >= rank) return Number(minutes)
  }
  return null
}

/** A group is known by its name; `due` and `excluded` are those of the last 365 days. */
export type GroupSize = { readonly name: string; readonly due: number; readonly excluded: number }

/**
 * `unnamed`: counted and listed, without saying for which pledge. `withheld`: not even that, because what the named
 * ones leave of the whole would tell of it.
 */
export type Hiding = 'unnamed' | 'withheld'

/**
 * Which groups are told nothing of: those of which something, but less than five, fell due. Together they are unnamed
 * once they are five; until then, of a whole year at most four deadlines, they are withheld.
 */
export function smallGroups(groups: readonly GroupSize[]): ReadonlyMap<string, Hiding> {
  const small = groups.filter(({ due, excluded }) => due + excluded > 0 && due < recordGroupMin)
  const dueTogether = small.reduce((sum, { due }) => sum + due, 0)
  const hiding = dueTogether < recordGroupMin ? 'withheld' : 'unnamed'
  return new Map(small.map(({ name }) => [name, hiding]))
}
