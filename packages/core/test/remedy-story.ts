import type { Commitment, Pledge, Remedy } from '../src/commitment.ts'
import { type FileRequest, fileTicket } from '../src/file-ticket.ts'
import { type Owed, owedAt } from '../src/owed-at.ts'
import { recordMisses } from '../src/record-misses.ts'
import { resolve } from '../src/resolve.ts'
import { setFacts } from '../src/set-facts.ts'
import type { Change, Refusal, TicketState } from '../src/ticket-state.ts'
import type { Facts } from '../src/vocabulary.ts'
import { exampleCommitment } from './example-commitment.ts'
import { requestOf, stateAfter, tuan } from './example-ticket.ts'

/** A request under a commitment, whose acts are given one after the other. */
export type Story = {
  readonly commitment: Commitment
  readonly state: () => TicketState
  readonly act: (
    now: Date,
    perform: (before: TicketState, commitment: Commitment, now: Date) => Change | Refusal,
  ) => Change | Refusal
  readonly note: (now: Date, facts: Facts) => void
  readonly resolve: (now: Date) => void
  /** As a sweep at that instant leaves it. */
  readonly stateAt: (now: Date) => TicketState
  /** What its first remedy owes; undefined where nothing was missed by then. */
  readonly owed: (now: Date) => Owed | undefined
  /** The sum of that in minor units. */
  readonly sum: (now: Date) => number | undefined
}

export function story(commitment: Commitment, filing: Partial<FileRequest>, filedAt: Date): Story {
  const request = { ...requestOf('warranty'), ...filing }
  let state = fileTicket(request, commitment, filedAt, { type: 'customer' }).after
  const act: Story['act'] = (now, perform) => {
    const result = perform(state, commitment, now)
    if ('after' in result) state = result.after
    return result
  }
  const stateAt = (now: Date) => recordMisses(state, commitment, now)?.after ?? state
  const owed = (now: Date) => {
    const swept = stateAt(now)
    const [remedy] = swept.remedies
    return remedy && owedAt(remedy, swept, commitment, now)
  }
  return {
    commitment,
    state: () => state,
    act,
    stateAt,
    owed,
    note: (now, facts) =>
      void stateAfter(act(now, (before) => setFacts(before, { facts, by: tuan }, commitment, now))),
    resolve: (now) =>
      void stateAfter(
        act(now, (before) =>
          resolve(before, { outcome: 'repaired', messageId: 'done', by: tuan }, commitment, now),
        ),
      ),
    sum: (now) => owed(now)?.amount?.amount,
  }
}

/** The example's shop with one pledge: a warranty request is resolved within 2 calendar days, or this is owed. */
export function commitmentOwing(remedy: Remedy, more: Partial<Pledge> = {}, currency = 'VND'): Commitment {
  const pledge: Pledge = {
    id: 'repair',
    for: { kinds: ['warranty'] },
    milestone: 'resolution',
    within: { amount: 2, unit: 'calendar_day' },
    calendar: 'office',
    remedy,
    ...more,
  }
  return { ...exampleCommitment, currency, pledges: [pledge] }
}

export const later = (at: Date, millis: number) => new Date(at.getTime() + millis)
