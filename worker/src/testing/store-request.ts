import { type Commitment, type FileRequest, fileTicket } from '@camket/core'
import { insertCommitment } from '../commitments/store.ts'
import type { Context } from '../context.ts'
import { ticketContents } from '../db/schema.ts'
import { insertMerchant, type Merchant } from '../merchants/store.ts'
import { newId } from '../new-id.ts'
import { writeChange } from '../tickets/change-store.ts'
import type { TicketIdentity } from '../tickets/ticket-rows.ts'
import { testCommitment } from './test-commitment.ts'

type Contents = typeof ticketContents.$inferInsert

/** A merchant with `testCommitment` as its version 1. */
export async function storeMerchant(
  { db, now }: Pick<Context, 'db' | 'now'>,
  merchant: Partial<Merchant> & { id: string },
): Promise<Merchant> {
  const row: Merchant = {
    slug: merchant.id,
    name: 'Điện máy Minh An',
    locale: 'vi',
    locales: ['vi', 'en'],
    timeZone: 'Asia/Ho_Chi_Minh',
    accent: '#0b5d4b',
    logoKey: null,
    allowedOrigins: [],
    email: 'cskh@minh-an.example',
    handOffReasons: [],
    kinds: ['support', 'warranty', 'complaint', 'suggestion', 'callback'],
    createdAt: now,
    ...merchant,
  }
  await insertMerchant(db, row, [], [])
  await insertCommitment(db, {
    merchantId: row.id,
    version: 1,
    effectiveFrom: now,
    publishedAt: now,
    document: testCommitment,
    internalPledges: null,
    fingerprint: '',
  })
  return row
}

/** A ticket as filing stores it, with its receipt in the outbox. */
export async function storeRequest(
  context: Context,
  merchant: Merchant,
  {
    request,
    contents,
    commitment = testCommitment,
  }: { request?: Partial<FileRequest>; contents?: Partial<Contents>; commitment?: Commitment } = {},
): Promise<TicketIdentity> {
  const id = newId('tic', context)
  const identity = { id, merchantId: merchant.id, code: `CK-${id.slice(-11)}`, keySalt: id.slice(-8) }
  const change = fileTicket(
    {
      kind: 'warranty',
      channel: 'widget',
      customerId: 'cus_1',
      customerType: 'consumer',
      commitmentVersion: 1,
      departmentId: 'dep_1',
      ...request,
    },
    commitment,
    context.now,
    { type: 'customer' },
  )
  await writeChange(context, identity, change, [
    context.db.insert(ticketContents).values({
      ticketId: id,
      merchantId: merchant.id,
      subject: 'Tủ lạnh không lạnh',
      contact: { name: 'Nguyễn Thị Hoa', email: 'hoa@example.com' },
      locale: 'vi',
      ...contents,
    }),
  ])
  return identity
}
