import type { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { isUnmet } from './deadline.ts'
import { excludeDeadlines } from './exclude-deadlines.ts'
import { meetDeadlines } from './meet-deadlines.ts'
import { performAct, refusedByStatus } from './perform-act.ts'
import { present } from './present.ts'
import { refusedGrounds } from './refused-grounds.ts'
import type { Change, EventData, Notice, Refusal, StaffActor, TicketState } from './ticket-state.ts'
import { outcomesFor } from './transitions.ts'
import type { Milestone, Outcome } from './vocabulary.ts'

export type ResolveInput = {
  readonly outcome: Outcome
  /** The public message that goes with it; counts as a reply. */
  readonly messageId?: string | undefined
  /** Code of one of the commitment's exclusions; only of a declined ticket. */
  readonly exclusion?: string | undefined
  /** Ids of the attachments that support the exclusion. */
  readonly evidence?: readonly string[] | undefined
  readonly by: StaffActor
}

type ResolvedData = Extract<EventData, { type: 'resolved' }>

const replies = ['first_reply', 'next_reply'] as const satisfies Milestone[]

/**
 * Ends the work with an outcome. Refused while the customer still waits for a reply or a call, or when declining
 * without a published exclusion and the evidence it asks for. A duplicate leaves out what is open instead.
 */
export function resolve(
  before: TicketState,
  input: ResolveInput,
  commitment: Commitment,
  now: Date,
): Change | Refusal {
  const { outcome, messageId, by } = input
  const refused = refusedByStatus('resolve', before) ?? refusedResolution(before, input, commitment)
  if (refused) return refused
  const notice: Notice = { kind: 'resolved', ...present({ messageId }) }
  const resolution = { outcome, ...(outcome === 'declined' ? grounds(input) : {}) }
  return performAct(
    'resolve',
    { before, by, commitment, now },
    (draft) => {
      if (messageId !== undefined) {
        draft.add({ type: 'answered', messageId })
        meetDeadlines(draft, replies)
      }
      addResolution(draft, { type: 'resolved', ...resolution })
    },
    [notice],
  )
}

/** The end of the work and what it does to the clocks, once nothing stands against it. */
export function addResolution(draft: ChangeDraft, resolved: ResolvedData): void {
  draft.add(resolved)
  if (resolved.outcome === 'duplicate') excludeDeadlines(draft, 'duplicate')
  else meetDeadlines(draft, ['resolution'])
}

function refusedResolution(
  before: TicketState,
  { outcome, messageId, ...input }: ResolveInput,
  commitment: Commitment,
): Refusal | undefined {
  if (!outcomesFor[before.ticket.kind].includes(outcome)) {
    return { refused: 'outcome_not_possible', pointer: '/outcome' }
  }
  if (outcome === 'duplicate') return undefined
  if (outcome === 'declined') {
    const refused = refusedGrounds(input, commitment)
    if (refused) return refused
  }
  if (messageId === undefined && isAwaited(before, replies))
    return { refused: 'reply_needed', pointer: '/text' }
  if (isAwaited(before, ['callback_made'])) return { refused: 'call_needed' }
  return undefined
}

function isAwaited(before: TicketState, milestones: readonly Milestone[]): boolean {
  return before.deadlines.some(
    (deadline) => !deadline.internal && isUnmet(deadline) && milestones.includes(deadline.milestone),
  )
}

function grounds({ exclusion, evidence = [] }: ResolveInput): {
  exclusion?: string
  evidence?: readonly string[]
} {
  return { ...present({ exclusion }), ...(evidence.length > 0 ? { evidence } : {}) }
}
