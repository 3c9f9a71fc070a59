import type { Calendar } from './calendar.ts'
import type { Duration } from './duration.ts'
import type {
  Channel,
  CustomerTier,
  CustomerType,
  Kind,
  Localized,
  Milestone,
  Money,
  Priority,
} from './vocabulary.ts'

/** What may be given for a missed deadline. The customer picks one where there are several. */
export type Offer =
  | { readonly type: 'money'; readonly value: Money }
  | { readonly type: 'voucher'; readonly value: Money }

/** `once`: the offer is owed in full from the first instant after the deadline. */
export type Accrual = { readonly type: 'once' }

/** `automatic`: owed without being asked for; to be settled within `payWithin` of the miss. */
export type Settlement = { readonly type: 'automatic'; readonly payWithin: Duration }

export type Remedy = {
  readonly choice: readonly Offer[]
  readonly accrual: Accrual
  readonly settlement: Settlement
}

/** An absent list means any; a present one must hold the ticket's value. */
export type PledgeScope = {
  readonly kinds?: readonly Kind[]
  readonly categories?: readonly string[]
  readonly priorities?: readonly Priority[]
  readonly customerTypes?: readonly CustomerType[]
  readonly tiers?: readonly CustomerTier[]
  readonly channels?: readonly Channel[]
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

/** The published document; versions of it never change once published. */
export type Commitment = {
  readonly title: Localized
  readonly summary: Localized
  readonly languages: readonly string[]
  readonly currency: string
  readonly calendars: { readonly [name: string]: Calendar }
  readonly qualityStatements: readonly Clause[]
  readonly pledges: readonly Pledge[]
  readonly worstCases: readonly WorstCase[]
  readonly exclusions: readonly Exclusion[]
  readonly partnerTerms: readonly Clause[]
  readonly escalation: readonly EscalationContact[]
  readonly legalBasis: readonly LegalReference[]
}
