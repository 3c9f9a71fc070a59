import type { CustomerType, Kind, Locale, Outcome, Priority } from '@camket/core'
import type { PictureName } from './picture.ts'

/**
 * One request of the demo as it goes when everybody does their part. In its texts `{name}` is how the customer is
 * addressed, `{staff}` who answers, `{product}`, `{serial}` and `{order}` are the customer's own.
 */
export type Story = {
  readonly kind: Kind
  readonly locale: Locale
  readonly subject: string
  readonly message: string
  /** Code of one of the merchant's products. */
  readonly product?: string
  /** How many months ago it was bought; a few where it is absent. */
  readonly boughtMonthsAgo?: number
  readonly customerType?: CustomerType
  readonly picture?: PictureName
  readonly turns: readonly Turn[]
}

/** What somebody does next. */
export type Turn =
  /** A public reply; `wait` leaves it to the customer to go on. */
  | { readonly staff: string; readonly wait?: true }
  | { readonly customer: string }
  | { readonly note: string }
  | { readonly plan: string }
  | { readonly priority: Priority }
  /** To a department, with a code of the merchant's public reasons. */
  | { readonly handOffTo: string; readonly reason: string }
  | { readonly call: 'reached' | 'not_reached' }
  | { readonly hold: true }
  | { readonly resume: true }
  | {
      readonly resolve: Outcome
      readonly says?: string
      readonly exclusion?: string
      readonly evidence?: PictureName
    }
  | { readonly withdraw: true }
