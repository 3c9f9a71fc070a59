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
import { type Customer, customerByEmail, customerByExternalId, customerByPhone } from '../customers/store.ts'
import { type EmbedRow, embedOf, untouched } from '../embed/store.ts'
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
        /** From a token that the merchant signed. */
        readonly externalId?: string | undefined
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
  /** The address belongs to another customer, so it is noted with the request alone. */
  readonly emailIsTaken: boolean
  readonly coverage: Coverage | undefined
  /** How the merchant set its forms up. */
  readonly embed: EmbedRow
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
    customerByExternalId(db, merchantId, who?.externalId),
    embedOf(db, merchantId),
  ] as const

export type FilingRows = Awaited<ReturnType<typeof readFilingRows>>

/** How the merchant set its forms up, if it did. */
export const embedIn = (rows: FilingRows): EmbedRow | undefined => rows[6][0]

/** In one batch. */
export const readFilingRows = (
  context: Pick<Context, 'db' | 'now'>,
  merchantId: MerchantId,
  input: FilingInput,
  who: FilingInput['customer'],
) => context.db.batch(filingQueries(context, merchantId, input, who))

/** Raises `invalid_body` or `commitment_not_found`. */
export async function filingFrom(
  [[inForce], departments, [product], byEmail, byPhone, byName, [embed]]: FilingRows,
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
  const customer = whoAsks(byName, byEmail, byPhone, input.customer)
  return {
    request: requestOf(input, customer),
    commitment,
    commitmentVersion: inForce.version,
    department,
    customer,
    emailIsTaken: byEmail.some(({ id }) => id !== customer?.id),
    coverage: input.kind === 'warranty' ? coverageAt(now, merchant, product, input) : undefined,
    embed: embed ?? untouched(merchant.id),
  }
}

/**
 * Who is known by what was given: by the merchant's own name before anything that anybody may type, and then nobody
 * whom the merchant knows by another name.
 */
function whoAsks(
  [named]: readonly Customer[],
  byEmail: readonly Customer[],
  byPhone: readonly Customer[],
  who: FilingInput['customer'],
): Customer | undefined {
  const externalId = who?.externalId
  if (externalId !== undefined && named) return named
  const isFree = (one: Customer) => externalId === undefined || one.externalId === null
  const isAlone = who?.email === undefined
  return byEmail.find(isFree) ?? byPhone.find((one) => isFree(one) && (one.email === null || isAlone))
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
