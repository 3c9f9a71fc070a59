import type { RecordLine } from './record.ts'

/** How often each key was counted. */
export type Tally = { readonly [key: string]: number }

/** Sums of lines. A group's figures are computed from these and from nothing else. */
export type RecordCounters = {
  readonly kept: number
  /** Late ones are among them. */
  readonly missed: number
  readonly late: number
  readonly excluded: number
  readonly remediesOwed: number
  readonly remediesSettled: number
  readonly remediesWaived: number
  readonly remediesExpired: number
  /** Minor units that were settled, by currency. */
  readonly settled: Tally
  /** How many were reached within so many minutes, by these minutes. */
  readonly times: Tally
}

export const noCounters: RecordCounters = {
  kept: 0,
  missed: 0,
  late: 0,
  excluded: 0,
  remediesOwed: 0,
  remediesSettled: 0,
  remediesWaived: 0,
  remediesExpired: 0,
  settled: {},
  times: {},
}

/** What one line counts for; with -1 what taking it back does. */
export function countersOf({ outcome, minutes, remedy }: RecordLine, sign: 1 | -1 = 1): RecordCounters {
  const one = (isSo: boolean) => (isSo ? sign : 0)
  const { state, amount } = remedy ?? {}
  return {
    kept: one(outcome === 'kept'),
    missed: one(outcome === 'missed' || outcome === 'late'),
    late: one(outcome === 'late'),
    excluded: one(outcome === 'excluded'),
    remediesOwed: one(remedy !== undefined),
    remediesSettled: one(state === 'settled'),
    remediesWaived: one(state === 'waived'),
    remediesExpired: one(state === 'expired'),
    settled: amount ? { [amount.currency]: sign * amount.amount } : {},
    times: minutes === undefined ? {} : { [minutes]: sign },
  }
}

export function addCounters(one: RecordCounters, other: RecordCounters): RecordCounters {
  return {
    kept: one.kept + other.kept,
    missed: one.missed + other.missed,
    late: one.late + other.late,
    excluded: one.excluded + other.excluded,
    remediesOwed: one.remediesOwed + other.remediesOwed,
    remediesSettled: one.remediesSettled + other.remediesSettled,
    remediesWaived: one.remediesWaived + other.remediesWaived,
    remediesExpired: one.remediesExpired + other.remediesExpired,
    settled: addTallies(one.settled, other.settled),
    times: addTallies(one.times, other.times),
  }
}

/** How many fell due: what was excluded never did. */
export const dueOf = ({ kept, missed }: RecordCounters): number => kept + missed

/** Without a key that comes to nothing. */
function addTallies(one: Tally, other: Tally): Tally {
  const sum = new Map(Object.entries(one))
  for (const [key, count] of Object.entries(other)) sum.set(key, (sum.get(key) ?? 0) + count)
  return Object.fromEntries([...sum].filter(([, count]) => count !== 0))
}
