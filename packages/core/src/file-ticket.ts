import { ChangeDraft } from './change-draft.ts'
import type { Commitment } from './commitment.ts'
import { startDeadline, startedData } from './deadline.ts'
import { matchPledges, type PledgeRequest } from './pledge.ts'
import { present } from './present.ts'
import type { Actor, Change, Deadline, EventData } from './ticket-state.ts'
import type { CoverageState, Milestone, Priority } from './vocabulary.ts'

export type DeadlineRequest = Omit<PledgeRequest, 'priority'> & {
  /** `normal` when not said. */
  readonly priority?: Priority | undefined
  /** When the customer may be called at the earliest: no clock for a call runs before. */
  readonly callbackFrom?: Date | undefined
}

export type FileRequest = DeadlineRequest & {
  readonly customerId: string
  readonly coverage?: CoverageState | undefined
  readonly commitmentVersion: number
  readonly departmentId: string
}

const startedAtFiling = ['first_reply', 'resolution', 'callback_made'] as const satisfies Milestone[]

/** @throws {CalendarError} when a pledge's calendar has no open window within 400 days. */
export function fileTicket(request: FileRequest, commitment: Commitment, now: Date, by: Actor): Change {
  const draft = new ChangeDraft(undefined, commitment, now, by)
  draft.add(filedData(request))
  for (const deadline of previewDeadlines(request, commitment, now)) draft.add(startedData(deadline))
  return draft.change([{ kind: 'receipt' }])
}

/** The deadlines that a request would get if it were filed now. */
export function previewDeadlines(request: DeadlineRequest, commitment: Commitment, now: Date): Deadline[] {
  const { callbackFrom = now, priority = 'normal', ...rest } = request
  const pledges = matchPledges(commitment, { ...rest, priority })
  const callableFrom = callbackFrom > now ? callbackFrom : now
  return startedAtFiling
    .flatMap((milestone) => pledges[milestone] ?? [])
    .map((pledge, index) => {
      const startedAt = pledge.milestone === 'callback_made' ? callableFrom : now
      return startDeadline(index + 1, pledge, startedAt, commitment)
    })
}

/** Member by member, so that nothing else of what a caller holds can slip into an event. */
function filedData(request: FileRequest): EventData {
  const { kind, category, priority = 'normal', channel, customerId, customerType, customerTier } = request
  const { coverage, commitmentVersion, departmentId } = request
  return {
    type: 'filed',
    kind,
    priority,
    channel,
    customerId,
    customerType,
    commitmentVersion,
    departmentId,
    ...present({ category, customerTier, coverage }),
  }
}
