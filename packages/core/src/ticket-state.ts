import type { Commitment, FactCondition, Remedy, Warning } from './commitment.ts'
import type { Duration } from './duration.ts'
import type { RecordChange } from './record.ts'
import type {
  ChangeReason,
  Channel,
  CoverageState,
  CustomerTier,
  CustomerType,
  Facts,
  Kind,
  Milestone,
  Money,
  Outcome,
  Priority,
  RatingAbout,
  RatingCause,
  RatingLevel,
  RemedyState,
  Status,
  WarningTarget,
} from './vocabulary.ts'

/** The part of a ticket that its events determine; words, names and files live in rows beside it. */
export type Ticket = {
  readonly kind: Kind
  readonly category?: string
  readonly status: Status
  readonly outcome?: Outcome
  /** The cited exclusion of a declined ticket. */
  readonly exclusion?: string
  readonly priority: Priority
  readonly channel: Channel
  readonly customerId: string
  readonly customerType: CustomerType
  readonly customerTier?: CustomerTier
  readonly coverage?: CoverageState
  readonly commitmentVersion: number
  readonly departmentId: string
  /** Absent: the department's lead answers for it. */
  readonly ownerId?: string
  readonly handOffs: number
  /** What remedies are computed with; empty until somebody says something. */
  readonly facts: Facts
  readonly filedAt: Date
  readonly firstRepliedAt?: Date
  readonly resolvedAt?: Date
  readonly closedAt?: Date
  /** The customer's last one; opening again does not take it away. */
  readonly rating?: Rating & { readonly at: Date }
}

/** How satisfied a customer was: what can be counted of it. The words beside it are no part of the history. */
export type Rating = {
  readonly level: RatingLevel
  readonly about?: RatingAbout
  /** One of the causes of `about`. */
  readonly cause?: RatingCause
}

export type EndedPause = { readonly from: Date; readonly to: Date }

export type Deadline = {
  /** 1, 2, … within its ticket. */
  readonly number: number
  readonly pledge: string
  readonly milestone: Milestone
  readonly startedAt: Date
  readonly within: Duration
  readonly calendar: string
  readonly remedy?: Remedy
  /** Of a paused deadline: as it stood when the pause began. */
  readonly dueAt: Date
  /** Pauses that ended; one under way is `pausedAt`. */
  readonly pauses: readonly EndedPause[]
  readonly pausedAt?: Date
  /** When the milestone was reached, in time or late. */
  readonly metAt?: Date
  /** The due instant that passed unmet, or when `missedWhen` came true before it; once it is on record. */
  readonly missedAt?: Date
  readonly excluded?: { readonly at: Date; readonly reason: string }
  readonly missedWhen?: FactCondition
  readonly warnings?: readonly Warning[]
  /** Of `warnings`, how many have been given. */
  readonly warned: number
  /** Between departments: staff see it, nobody else. */
  readonly internal?: true
  /** Of a `remedy_settled` deadline: the remedy that it waits for. */
  readonly remedyNumber?: number
}

/**
 * A remedy that a missed deadline owes. Its terms are the deadline's; how much is owed is computed (`owedAt`) and
 * stands still once it is settled.
 */
export type OwedRemedy = {
  /** 1, 2, … within its ticket. */
  readonly number: number
  readonly deadlineNumber: number
  readonly pledge: string
  readonly state: RemedyState
  /** The deadline that passed. */
  readonly owedAt: Date
  /** The offer that the customer picked, by its place among the remedy's offers; the first until then. */
  readonly chosen?: { readonly offer: number; readonly at: Date }
  /** Of `on_claim`: until when it can be asked for, once that is known. */
  readonly claimBy?: Date
  readonly settled?: { readonly at: Date; readonly amount?: Money; readonly days?: number }
  readonly waived?: { readonly at: Date; readonly exclusion: string }
  readonly disputedAt?: Date
  /** When the time for claiming was over, however late that was noticed. */
  readonly expiredAt?: Date
}

export type TicketState = {
  readonly ticket: Ticket
  readonly deadlines: readonly Deadline[]
  readonly remedies: readonly OwedRemedy[]
  /** Sequence of the last event, 0 before the first. */
  readonly sequence: number
}

export type Actor =
  | { readonly type: 'customer' }
  | { readonly type: 'staff'; readonly id: string }
  | { readonly type: 'system' }

export type StaffActor = Extract<Actor, { readonly type: 'staff' }>

/** What an event says. No free text and nothing about a person but opaque ids. */
export type EventData =
  | {
      readonly type: 'filed'
      readonly kind: Kind
      readonly category?: string
      readonly priority: Priority
      readonly channel: Channel
      readonly customerId: string
      readonly customerType: CustomerType
      readonly customerTier?: CustomerTier
      readonly coverage?: CoverageState
      readonly commitmentVersion: number
      readonly departmentId: string
    }
  | { readonly type: 'answered'; readonly messageId: string }
  | { readonly type: 'customer_replied'; readonly messageId: string }
  | { readonly type: 'noted'; readonly messageId: string }
  | { readonly type: 'call_made'; readonly reached: boolean }
  | {
      readonly type: 'priority_set'
      readonly from: Priority
      readonly to: Priority
      readonly reason?: ChangeReason
    }
  | { readonly type: 'kind_set'; readonly from: Kind; readonly to: Kind; readonly reason: ChangeReason }
  /** Only the facts that changed. */
  | { readonly type: 'facts_set'; readonly facts: Facts }
  | { readonly type: 'plan_set' }
  | {
      readonly type: 'handed_off'
      readonly fromDepartment: string
      readonly toDepartment: string
      readonly fromOwner?: string
      readonly toOwner?: string
      /** A code of the merchant's public list of reasons. */
      readonly reason: string
    }
  | { readonly type: 'waited' }
  | { readonly type: 'held' }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'resolved'
      readonly outcome: Outcome
      readonly exclusion?: string
      /** Attachments that support a cited exclusion. */
      readonly evidence?: readonly string[]
    }
  | { readonly type: 'reopened' }
  | ({ readonly type: 'rated' } & Rating)
  | { readonly type: 'closed' }
  | {
      readonly type: 'deadline_started'
      readonly number: number
      readonly pledge: string
      readonly milestone: Milestone
      readonly startedAt: Date
      readonly within: Duration
      readonly calendar: string
      readonly remedy?: Remedy
      readonly missedWhen?: FactCondition
      readonly warnings?: readonly Warning[]
      readonly internal?: true
      readonly remedyNumber?: number
      readonly dueAt: Date
      /** Of a clock that would have run before now: when it stood until now, and since when it stands. */
      readonly pauses?: readonly EndedPause[]
      readonly pausedAt?: Date
    }
  | {
      /** Another pledge applies since kind or priority changed; start and pauses stay as they are. */
      readonly type: 'deadline_rematched'
      readonly number: number
      readonly pledge: string
      readonly within: Duration
      readonly calendar: string
      readonly remedy?: Remedy
      readonly missedWhen?: FactCondition
      readonly warnings?: readonly Warning[]
      readonly dueAt: Date
    }
  | {
      readonly type: 'deadline_warned'
      readonly number: number
      readonly atPercent: number
      readonly to: WarningTarget
    }
  | { readonly type: 'deadline_met'; readonly number: number; readonly late: boolean }
  | { readonly type: 'deadline_paused'; readonly number: number }
  | { readonly type: 'deadline_resumed'; readonly number: number; readonly dueAt: Date }
  /** `dueAt`: the instant from which on it is missed, which a condition may bring before its due instant. */
  | { readonly type: 'deadline_missed'; readonly number: number; readonly dueAt: Date }
  /** Of a missed deadline it ends only what the miss owes more of from day to day: the miss stays. */
  | { readonly type: 'deadline_excluded'; readonly number: number; readonly reason: string }
  | {
      readonly type: 'remedy_owed'
      readonly number: number
      readonly deadlineNumber: number
      readonly pledge: string
      /** The deadline that passed. */
      readonly owedAt: Date
    }
  /** Known only once it grows no more. */
  | { readonly type: 'remedy_claimable'; readonly number: number; readonly claimBy: Date }
  | { readonly type: 'remedy_chosen'; readonly number: number; readonly offer: number }
  | {
      readonly type: 'remedy_settled'
      readonly number: number
      readonly amount?: Money
      readonly days?: number
    }
  | {
      readonly type: 'remedy_waived'
      readonly number: number
      readonly exclusion: string
      readonly evidence?: readonly string[]
      readonly messageId?: string
    }
  | { readonly type: 'remedy_disputed'; readonly number: number; readonly messageId?: string }
  | { readonly type: 'remedy_expired'; readonly number: number }

export type EventType = EventData['type']

export type TicketEvent = {
  readonly sequence: number
  readonly at: Date
  readonly by: Actor
  readonly data: EventData
}

/** A message to be told to somebody because of the change; words are put to it when it is sent. */
export type Notice =
  | { readonly kind: 'receipt' }
  | { readonly kind: 'reply'; readonly messageId: string }
  | { readonly kind: 'resolved'; readonly messageId?: string }
  /** To staff: a deadline comes near. */
  | { readonly kind: 'warning'; readonly deadlineNumber: number; readonly to: WarningTarget }
  /** To the customer: something is owed, settled or waived. */
  | { readonly kind: 'remedy'; readonly remedyNumber: number; readonly messageId?: string }
  /** To the named contact: the customer disputes a waiver. */
  | { readonly kind: 'dispute'; readonly remedyNumber: number; readonly messageId?: string }

/** What one act does: stored whole or not at all. */
export type Change = {
  readonly before?: TicketState
  readonly after: TicketState
  readonly events: readonly TicketEvent[]
  readonly notices: readonly Notice[]
  /** What it changes in the merchant's public record. */
  readonly record: readonly RecordChange[]
  /** The version that it was decided by. */
  readonly commitment: Commitment
}

/** An act that the rules refuse. `code` is stable and is one of contracts' problem codes. */
export type Refusal = { readonly refused: RefusalCode; readonly pointer?: string }

export type RefusalCode =
  | 'act_not_possible'
  | 'reply_needed'
  | 'call_needed'
  | 'exclusion_needed'
  | 'exclusion_unknown'
  | 'evidence_needed'
  | 'outcome_not_possible'
  | 'remedy_unknown'
  | 'remedy_state'
  | 'offer_unknown'
  | 'claim_window_over'
  | 'remedy_open'
  | 'remedy_grows'
  | 'facts_needed'
  | 'cause_not_possible'
