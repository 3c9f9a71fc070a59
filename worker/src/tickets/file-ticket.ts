import type { FileTicketBody } from '@camket/contracts'
import { type Actor, fileTicket as decide, makeTicketCode, type TicketState } from '@camket/core'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import { countRequest, insertCustomer } from '../customers/store.ts'
import type { Statement } from '../db/statement.ts'
import { fieldFaults } from '../embed/check-fields.ts'
import { raise } from '../http/raise.ts'
import type { Merchant } from '../merchants/store.ts'
import { newId } from '../new-id.ts'
import { writeChange } from './change-store.ts'
import { insertContents } from './contents-store.ts'
import { type Filing, type FilingRows, filingFrom, phoneOf, readFilingRows } from './filing.ts'
import { messageStatements } from './message-statements.ts'
import { readUsable, requireUsable } from './require-usable.ts'
import type { TicketIdentity } from './ticket-rows.ts'

export type Filed = {
  readonly identity: TicketIdentity
  readonly state: TicketState
  readonly filing: Filing
}

type Beside = {
  /** What is stored with it. */
  readonly beside?: (filed: Filed) => readonly Statement[]
  /** Where the caller has read them with something else. */
  readonly rows?: FilingRows
  /** The merchant's own name for the customer, from a token that it signed. */
  readonly externalId?: string | undefined
}

/** Today's only shard. */
const shard = 0
const tries_max = 2

/**
 * Files a request in one batch: ticket, words, files, customer, receipt, and whatever else is stored beside it.
 * Raises `invalid_body`, `attachment_not_usable` or `commitment_not_found`.
 */
export async function fileTicket(
  context: Context,
  merchant: Merchant,
  body: FileTicketBody,
  by: Actor,
  { beside, rows, externalId }: Beside = {},
): Promise<Filed> {
  const files = { ids: body.attachments, member: 'attachments' } as const
  const who = { ...body.customer, externalId }
  for (let tries = 1; ; tries++) {
    const [read, usable] = await Promise.all([
      (tries === 1 && rows) || readFilingRows(context, merchant.id, body, who),
      readUsable(context, merchant.id, files),
    ])
    const filing = await filingFrom(read, context, merchant, { ...body, customer: who })
    requireFields(filing, body, by)
    requireUsable(files, usable)
    const customerId = filing.customer?.id ?? newId('cus', context)
    const identity = newIdentity(context, merchant)
    const { coverage, commitmentVersion, department } = filing
    const change = decide(
      {
        ...filing.request,
        customerId,
        commitmentVersion,
        departmentId: department.id,
        coverage: coverage?.state,
      },
      filing.commitment,
      context.now,
      by,
    )
    const filed = { identity, state: change.after, filing }
    try {
      await writeChange(context, identity, change, [
        ...wordsOf(context, identity, body, filing),
        customerStatement(context, merchant, body, filing, { id: customerId, externalId }),
        ...(beside?.(filed) ?? []),
      ])
      return filed
    } catch (error) {
      // Two first requests of one customer, or two that attach one file, at once: the second reads what the first did.
      if (tries === tries_max) throw error
    }
  }
}

/** Staff who type for somebody may leave out what a caller does not know. Raises `invalid_body`. */
function requireFields({ embed }: Filing, body: FileTicketBody, by: Actor): void {
  const errors = fieldFaults(embed.fields, body, { allNeeded: by.type === 'customer' })
  if (errors.length > 0) raise('invalid_body', 'Correct the members that `errors` points at.', { errors })
}

function newIdentity(context: Context, { id: merchantId }: Merchant): TicketIdentity {
  return {
    id: newId('tic', context),
    merchantId,
    code: makeTicketCode(shard, context.random),
    keySalt: context.random(16).toHex(),
  }
}

function wordsOf(
  context: Context,
  { id: ticketId, merchantId }: TicketIdentity,
  body: FileTicketBody,
  { coverage }: Filing,
): Statement[] {
  const { name, email } = body.customer
  const message = {
    id: newId('msg', context),
    ticketId,
    merchantId,
    from: 'customer' as const,
    staffId: null,
    visibility: 'public' as const,
    text: body.message,
    at: context.now,
  }
  return [
    insertContents(context.db, {
      ticketId,
      merchantId,
      subject: body.subject,
      contact: { name, ...present({ email, phone: phoneOf(body.customer) }) },
      locale: body.locale,
      page: body.page ?? null,
      product: body.product ? present(body.product) : null,
      coverage: coverage ?? null,
      callback: body.callback ?? null,
      fields: body.fields ?? null,
      resolutionPlan: null,
      ratingComment: null,
    }),
    ...messageStatements(context.db, message, body.attachments),
  ]
}

function customerStatement(
  { db, now }: Context,
  { id: merchantId }: Merchant,
  { customer, locale }: FileTicketBody,
  { customer: known, emailIsTaken }: Filing,
  { id, externalId = null }: { readonly id: string; readonly externalId?: string | undefined | null },
): Statement {
  const email = emailIsTaken ? null : (customer.email?.toLowerCase() ?? null)
  const phone = phoneOf(customer) ?? null
  if (known) return countRequest(db, known, { email, phone, externalId })
  return insertCustomer(db, {
    id,
    merchantId,
    name: customer.name,
    email,
    phone,
    type: customer.type,
    tier: null,
    locale,
    externalId,
    ticketCount: 1,
    createdAt: now,
  })
}
