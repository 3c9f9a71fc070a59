import { type FileTicketBody, limits } from '@camket/contracts'
import {
  type Commitment,
  type Coverage,
  type CustomerType,
  coverageOf,
  type DeadlineRequest,
  normalizePhone,
} from '@camket/core'
import { present } from '@camket/core/present'
import { readCommitment, versionInForce } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { type Customer, customerByEmail, customerByPhone } from '../customers/store.ts'
import { raise } from '../http/raise.ts'
import {
  type Department,
  departmentsOf,
  type Merchant,
  type MerchantId,
  type Product,
  productNamed,
} from '../merchants/store.ts'

/** What a filing says that rules are chosen by; a preview may know less of it. */
export type FilingInput = Pick<FileTicketBody, 'kind'> & {
  readonly [K in 'category' | 'channel' | 'product' | 'callback']?: FileTicketBody[K] | undefined
} & {
  readonly customer?:
    | {
        readonly email?: string | undefined
        readonly phone?: string | undefined
        readonly type?: CustomerType | undefined
      }
    | undefined
}

/** Everything that filing, or the preview of it, decides by. */
export type Filing = {
  readonly request: DeadlineRequest
  readonly commitment: Commitment
  readonly commitmentVersion: number
  readonly department: Department
  readonly customer: Customer | undefined
  readonly coverage: Coverage | undefined
}

/** What a filing decides by: commitment in force, departments, the product, and `who` asks, if they are known. */
export const filingQueries = (
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchantId: MerchantId,
  input: FilingInput,
  who: FilingInput['customer'],
) =>
  [
    versionInForce(db, merchantId, now),
    departmentsOf(db, merchantId),
    productNamed(db, merchantId, input.product),
    customerByEmail(db, merchantId, who?.email?.toLowerCase()),
    customerByPhone(db, merchantId, phoneOf(who)),
  ] as const

export type FilingRows = Awaited<ReturnType<typeof readFilingRows>>

/** In one batch. */
export const readFilingRows = (
  context: Pick<Context, 'db' | 'now'>,
  merchantId: MerchantId,
  input: FilingInput,
  who: FilingInput['customer'],
) => context.db.batch(filingQueries(context, merchantId, input, who))

/** Raises `invalid_body` or `commitment_not_found`. */
export async function filingFrom(
  [[inForce], departments, [product], byEmail, byPhone]: FilingRows,
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchant: Merchant,
  input: FilingInput,
): Promise<Filing> {
  if (!merchant.kinds.includes(input.kind)) {
    const message = `${merchant.name} takes requests of these kinds: ${merchant.kinds.join(', ')}.`
    raise('invalid_body', message, { errors: [{ pointer: '/kind', code: 'kind_not_taken', message }] })
  }
  requireCallable(now, input.callback)
  const commitment = inForce && (await readCommitment(db, merchant.id, inForce.version))
  const department = departments.find(({ kinds }) => kinds.includes(input.kind)) ?? departments[0]
  if (!commitment || !department) {
    return raise(
      'commitment_not_found',
      `${merchant.name} has no commitment in force yet, so nothing can be filed.`,
    )
  }
  requireCategory(commitment, input.category)
  const isAlone = input.customer?.email === undefined
  const customer = byEmail[0] ?? byPhone.find(({ email }) => email === null || isAlone)
  return {
    request: requestOf(input, customer),
    commitment,
    commitmentVersion: inForce.version,
    department,
    customer,
    coverage: input.kind === 'warranty' ? coverageAt(now, merchant, product, input) : undefined,
  }
}

/** Raises `invalid_body` for a time to call that is over, or so far away that nobody could promise it. */
function requireCallable(now: Date, callback: FilingInput['callback']): void {
  if (!callback) return
  const latest = now.getTime() + limits.callback_days_max * 86_400_000
  const refuse = (pointer: string, code: string, message: string) =>
    raise('invalid_body', message, { errors: [{ pointer, code, message }] })
  if (Date.parse(callback.to) <= now.getTime()) refuse('/callback/to', 'is_over', 'Choose a time to come.')
  if (Date.parse(callback.from) > latest) {
    refuse('/callback/from', 'too_far', `Choose a time in the next ${limits.callback_days_max} days.`)
  }
}

/**
 * Raises `invalid_body` for a category that no pledge names: it would change no deadline, and stand in the events,
 * of which nothing can be erased, whatever somebody wrote into it.
 */
function requireCategory({ pledges }: Commitment, category: string | undefined): void {
  if (category === undefined || pledges.some((pledge) => pledge.for.categories?.includes(category))) return
  const message = 'Choose a category that a pledge of the commitment in force names, or leave it out.'
  raise('invalid_body', message, { errors: [{ pointer: '/category', code: 'unknown_choice', message }] })
}

/** E.164 where it can be understood, else as typed. */
export function phoneOf(customer: FilingInput['customer']): string | undefined {
  return customer?.phone && (normalizePhone(customer.phone) ?? customer.phone)
}

/** What a customer is known as outweighs what a form says. */
function requestOf(input: FilingInput, customer: Customer | undefined): DeadlineRequest {
  return {
    kind: input.kind,
    channel: input.channel ?? 'api',
    customerType: customer?.type ?? input.customer?.type ?? 'consumer',
    ...present({
      category: input.category,
      customerTier: customer?.tier ?? undefined,
      callbackFrom: input.callback && new Date(input.callback.from),
    }),
  }
}

function coverageAt(
  now: Date,
  { timeZone }: Merchant,
  product: Product | undefined,
  input: FilingInput,
): Coverage {
  const terms = product && {
    warrantyMonths: product.warrantyMonths,
    excludedReason: product.excludedReason ?? undefined,
  }
  return coverageOf(terms, input.product?.purchasedOn, localDate(now, timeZone))
}

/** `YYYY-MM-DD` on the merchant's wall. */
function localDate(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
}
