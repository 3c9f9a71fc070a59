import type { Calendar } from './calendar.ts'
import type { Duration } from './duration.ts'
import type {
  Basis,
  Channel,
  CustomerTier,
  CustomerType,
  Kind,
  Localized,
  Milestone,
  Money,
  Priority,
  WarningTarget,
} from './vocabulary.ts'

/** A sum of money, in one of the ways to give it; `credit` is set off against what the customer owes. */
export type SumOffer = { readonly type: 'money' | 'voucher' | 'credit'; readonly value: Money }

/** So many percent (two decimals at most) of a sum among the ticket's facts, paid in money. */
export type PercentOffer = { readonly type: 'percent_of'; readonly of: Basis; readonly percent: number }

/** What may be given for a missed deadline. The customer picks one where there are several. */
export type Offer =
  | SumOffer
  | PercentOffer
  | { readonly type: 'greater_of'; readonly offers: readonly (SumOffer | PercentOffer)[] }
  /** The term of a service or of a warranty goes on for so many days more. */
  | { readonly type: 'service_days'; readonly days: number }
  | { readonly type: 'replace' | 'refund' | 'repair' | 'loan_item' | 'apology' }

/** Whether a unit that has begun counts, or only one that is over. */
export type UnitCount = 'started' | 'full'

/** Units of time counted from the deadline, or from when its clock began where `from` says so. */
export type PerUnit = {
  readonly each: Duration
  readonly count: UnitCount
  readonly from?: 'deadline' | 'start'
}

/**
 * One step of a scale: of the units `from` to `to`, both among them and counted from 1; or of a fact's values, where
 * `bounds` says which end belongs to the step. `reduced`: so many percent of the offer while a fact is at most so much.
 */
export type Tier = {
  readonly from: number
  readonly to?: number
  readonly offer: Offer
  readonly reduced?: { readonly fact: string; readonly atMost: number; readonly percent: number }
}

/**
 * How what is owed grows. `once`: in full from the first instant after the deadline. `per`: once more for each unit.
 * `tiers`: by a scale, over the units (`sum`: each unit owes its own step's offer; `last`: the step reached owes its
 * offer alone) or over a fact of the ticket; a scale's offers stand in place of `choice`.
 */
export type Accrual =
  | { readonly type: 'once' }
  | ({ readonly type: 'per' } & PerUnit)
  | {
      readonly type: 'tiers'
      readonly by:
        | ({ readonly type: 'time'; readonly owes: 'sum' | 'last' } & PerUnit)
        | { readonly type: 'fact'; readonly fact: string; readonly bounds: 'from' | 'to' }
      readonly tiers: readonly Tier[]
    }

/** The most that is owed, late penalty aside: a sum, a share of a sum, so many units, or so many days of service. */
export type Cap =
  | { readonly type: 'amount'; readonly value: Money }
  | { readonly type: 'percent_of'; readonly of: Basis; readonly percent: number }
  | { readonly type: 'count'; readonly units: number }
  | { readonly type: 'days'; readonly days: number }

/** What is owed on top once the settle-by time has passed: all of it once more, or something of its own. */
export type LatePenalty = 'same_again' | SumOffer

/**
 * `automatic`: owed without being asked for, to be settled within `payWithin` of the instant from which it grows no
 * more. `on_claim`: to be asked for within `within` of that instant, and settled within `payWithin` of being asked.
 */
export type Settlement = { readonly payWithin: Duration; readonly latePenalty?: LatePenalty } & (
  | { readonly type: 'automatic' }
  | { readonly type: 'on_claim'; readonly within: Duration }
)

export type Remedy = {
  readonly choice: readonly Offer[]
  readonly accrual: Accrual
  readonly cap?: Cap
  /** Given beside whatever is chosen, such as a warranty's term that goes on for the days that a repair took. */
  readonly alongside?: { readonly offer: Offer; readonly accrual: Accrual; readonly cap?: Cap }
  readonly settlement: Settlement
}

/** A deadline that comes near is told of when so many percent of its clock's time have run. */
export type Warning = { readonly atPercent: number; readonly to: WarningTarget }

/** Met as soon as the fact is so. One of the two bounds is there. */
export type FactCondition = { readonly fact: string; readonly atLeast?: number; readonly below?: number }

/** An absent list means any; a present one must hold the ticket's value. */
export type PledgeScope = {
  readonly kinds?: readonly Kind[]
  readonly categories?: readonly string[]
  readonly priorities?: readonly Priority[]
  readonly customerTypes?: readonly CustomerType[]
  readonly tiers?: readonly CustomerTier[]
  readonly channels?: readonly Channel[]
  /** Only of internal pledges: the departments that a request is handed to. */
  readonly departments?: readonly string[]
}

export type Pledge = {
  /** Stable within the merchant and used as the clause's anchor, such as `warranty-first-reply`. */
  readonly id: string
  readonly for: PledgeScope
  readonly milestone: Milestone
  readonly within: Duration
  /** Name of one of the commitment's calendars. */
  readonly calendar: string
  /** A remark under the generated sentence, where the merchant has one. */
  readonly note?: Localized
  readonly remedy?: Remedy
  /** Ids of pledges of the same milestone that this one comes before, where both are for a request. */
  readonly moreSpecificThan?: readonly string[]
  /** It is missed as soon as this is so, whatever its clock says: a third repair that failed. */
  readonly missedWhen?: FactCondition
  readonly warnings?: readonly Warning[]
  /** Codes of the only exclusions for which it may be set aside; any of the document's where it says nothing. */
  readonly exclusions?: readonly string[]
}

export type Exclusion = {
  readonly code: string
  readonly text: Localized
  readonly burdenOfProof: 'merchant' | 'customer'
  readonly evidenceNeeded: boolean
}

export type Clause = { readonly id: string; readonly text: Localized }

export type WorstCase = { readonly id: string; readonly title: Localized; readonly text: Localized }

export type EscalationContact = {
  readonly name: string
  readonly role: Localized
  readonly email?: string
  readonly phone?: string
}

export type LegalReference = { readonly id: string; readonly text: Localized; readonly url?: string }

/** How long goods of a kind have a warranty from the day they are bought; a product's own term is counted by. */
export type WarrantyClause = {
  readonly id: string
  /** Which goods, as a heading: "Refrigerators, washing machines". */
  readonly goods: Localized
  readonly months: number
  /** Absent: it is not said. */
  readonly covers?: 'parts' | 'parts_and_labour'
  readonly where?: 'brought_in' | 'picked_up' | 'at_home'
  readonly note?: Localized
}

/** Goods that may be given back although nothing is wrong with them; what is wrong is for pledges and worst cases. */
export type ReturnClause = {
  readonly id: string
  readonly goods: Localized
  /** Days from the day they are received. */
  readonly days: number
  readonly gives: readonly ('money' | 'exchange' | 'credit')[]
  /** Who pays the way back. */
  readonly wayBackPaidBy: 'merchant' | 'customer'
  /** ISO 3166-1 alpha-2, such as `VN`. */
  readonly countries: readonly string[]
  readonly note?: Localized
}

/** The published document; versions of it never change once published. */
export type Commitment = {
  readonly title: Localized
  readonly summary: Localized
  readonly languages: readonly string[]
  readonly currency: string
  readonly calendars: { readonly [name: string]: Calendar }
  readonly qualityStatements: readonly Clause[]
  readonly pledges: readonly Pledge[]
  /**
   * Between departments: their clocks run from a hand-off, only staff see them, they owe nothing. Kept beside the
   * published document, never in it.
   */
  readonly internalPledges?: readonly Pledge[]
  readonly warranties?: readonly WarrantyClause[]
  readonly returns?: readonly ReturnClause[]
  readonly worstCases: readonly WorstCase[]
  readonly exclusions: readonly Exclusion[]
  readonly partnerTerms: readonly Clause[]
  readonly escalation: readonly EscalationContact[]
  readonly legalBasis: readonly LegalReference[]
}
