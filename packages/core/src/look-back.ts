import type { Commitment } from './commitment.ts'
import { stateAt } from './deadline.ts'
import { foldEvents } from './fold.ts'
import { owedAt } from './owed-at.ts'
import { recordMisses } from './record-misses.ts'
import { replay } from './replay.ts'
import type { Deadline, TicketEvent, TicketState } from './ticket-state.ts'

/** What one pledge meant for some requests. */
export type PledgeTally = {
  readonly pledge: string
  /** Between departments. */
  readonly internal?: true
  /** Deadlines that were kept. */
  readonly kept: number
  readonly missed: number
  /** Neither yet. */
  readonly running: number
  /** Minor units of each currency that is owed, penalties for settling late aside. */
  readonly cost: { readonly [currency: string]: number }
  /** Remedies in kind, such as a replacement or days of service. */
  readonly inKind: number
  /** Remedies that cannot be computed, because the request lacks a number that they are computed with. */
  readonly unknown: number
}

/** One side of the comparison, by pledge. */
export type Tallies = ReadonlyMap<string, PledgeTally>

/** Ended for good, so that nothing more is owed. */
const ended = ['waived', 'expired'] as const

/**
 * What a draft would have meant for requests of the past, and what really happened to them under the versions that
 * they were filed under. A remedy is counted as the customer's choice or else its first offer; one that has to be
 * claimed as if it were claimed.
 *
 * `commitmentOf`: the document of a published version.
 */
export function lookBack(
  histories: Iterable<readonly TicketEvent[]>,
  draft: Commitment,
  commitmentOf: (version: number) => Commitment,
  until: Date,
): { draft: Tallies; actual: Tallies } {
  const supposed = new Map<string, PledgeTally>()
  const actual = new Map<string, PledgeTally>()
  for (const history of histories) {
    const recorded = foldEvents(history)
    const published = commitmentOf(recorded.ticket.commitmentVersion)
    // A sweep that is late changes no figure.
    const really = recordMisses(recorded, published, until)?.after ?? recorded
    tally(actual, really, published, until)
    tally(supposed, replay(history, draft, until), draft, until)
  }
  return { draft: supposed, actual }
}

function tally(
  tallies: Map<string, PledgeTally>,
  state: TicketState,
  commitment: Commitment,
  until: Date,
): void {
  // Nothing of a closed request is computed again.
  const at = state.ticket.closedAt ?? until
  for (const deadline of state.deadlines) {
    if (deadline.remedyNumber !== undefined) continue
    const { pledge, internal } = deadline
    const before = tallies.get(pledge) ?? {
      ...{ pledge, kept: 0, missed: 0, running: 0, cost: {}, inKind: 0, unknown: 0 },
      ...(internal && { internal }),
    }
    tallies.set(pledge, added(before, deadline, state, commitment, { at, until }))
  }
}

function added(
  before: PledgeTally,
  deadline: Deadline,
  state: TicketState,
  commitment: Commitment,
  { at, until }: { at: Date; until: Date },
): PledgeTally {
  switch (stateAt(deadline, at)) {
    case 'excluded':
      return before
    case 'kept':
      return { ...before, kept: before.kept + 1 }
    case 'running':
    case 'paused':
      return { ...before, running: before.running + 1 }
    case 'missed':
      return { ...before, missed: before.missed + 1, ...owed(before, deadline, state, commitment, until) }
  }
}

function owed(
  { cost, inKind, unknown }: PledgeTally,
  { number }: Deadline,
  state: TicketState,
  commitment: Commitment,
  until: Date,
): Pick<PledgeTally, 'cost' | 'inKind' | 'unknown'> {
  const same = { cost, inKind, unknown }
  const remedy = state.remedies.find(({ deadlineNumber }) => deadlineNumber === number)
  if (!remedy || ended.some((end) => end === remedy.state)) return same
  const plus = ({ amount, currency }: { amount: number; currency: string }) => ({
    ...same,
    cost: { ...cost, [currency]: (cost[currency] ?? 0) + amount },
  })
  if (remedy.settled?.amount) return plus(remedy.settled.amount)
  const { amount, lines, factsNeeded } = owedAt(remedy, state, commitment, until)
  if (factsNeeded.length > 0) return { ...same, unknown: unknown + 1 }
  if (!amount) return { ...same, inKind: inKind + 1 }
  const penalty = lines
    .filter(({ reason }) => reason === 'late_penalty')
    .reduce((sum, line) => sum + (line.amount ?? 0), 0)
  return plus({ ...amount, amount: amount.amount - penalty })
}
