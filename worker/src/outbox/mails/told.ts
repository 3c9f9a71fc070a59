import type { CustomerRemedy, RemedyView } from '@camket/contracts'
import type { Locale, Milestone, Outcome, Remedy } from '@camket/core'

/** What a mail to a customer tells of, ready to be put into words. */
export type Told = {
  readonly locale: Locale
  readonly merchantName: string
  readonly merchantEmail: string
  readonly timeZone: string
  readonly code: string
  readonly subject: string
  readonly customerName: string
  readonly filedAt: Date
  readonly commitmentVersion: number
  /** Opens the conversation: whoever has it can read and answer. */
  readonly privateUrl: string
  readonly commitmentUrl: string
  readonly deadlines: readonly ToldDeadline[]
}

type ToldDeadline = {
  readonly milestone: Milestone
  readonly dueAt: Date
  readonly remedy?: Remedy | undefined
}

export type ToldResolution = {
  readonly outcome: Outcome
  /** The published reason that a declined request cites. */
  readonly exclusion?: string | undefined
  readonly reopenUntil: Date
  readonly message?: string | undefined
}

/** What a missed deadline owes, or what became of that. */
export type ToldRemedy = {
  readonly view: RemedyView
  readonly choices: CustomerRemedy['choices']
  readonly missed: { readonly milestone: Milestone; readonly dueAt: Date }
  /** When it was settled or waived. */
  readonly endedAt?: Date | undefined
  /** The published reason for which nothing is owed. */
  readonly exclusion?: string | undefined
  /** What the merchant's bank calls the payment. */
  readonly reference?: string | undefined
}
