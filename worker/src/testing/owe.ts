import type { CustomerTicket, PayTo } from '@camket/contracts'
import type { Commitment, Offer, Remedy } from '@camket/core'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import { sweep } from '../deadlines/sweep.ts'
import { call } from './call.ts'
import { fileRequest } from './file-request.ts'
import { shopCommitment } from './open-shop.ts'
import { testContext } from './test-context.ts'

const vnd = (amount: number) => ({ amount, currency: 'VND' })

/** What the shop's first reply owes when it is late: money, more in a voucher, or words. */
export const offers: readonly Offer[] = [
  { type: 'money', value: vnd(100_000) },
  { type: 'voucher', value: vnd(150_000) },
  { type: 'apology' },
]

const owes: Remedy = {
  choice: offers,
  accrual: { type: 'once' },
  settlement: {
    type: 'automatic',
    payWithin: { amount: 3, unit: 'working_day' },
    latePenalty: 'same_again',
  },
}

/** The shop's commitment, whose late first reply owes `offers`. */
export const owingCommitment = (remedy: Remedy = owes): Commitment => ({
  ...shopCommitment,
  pledges: shopCommitment.pledges.map((pledge) =>
    pledge.id === 'first-reply' ? { ...pledge, remedy } : pledge,
  ),
})

/** As the next version of `minh-an`, in force at once. */
export function publishOwing(at: string, remedy?: Remedy): Promise<unknown> {
  const effectiveFrom = new Date(at)
  return publishCommitment(testContext(at), {
    merchantId: 'mer_1',
    document: owingCommitment(remedy),
    effectiveFrom,
  })
}

export const bank: PayTo = {
  way: 'bank',
  bank: 'Vietcombank',
  account: '0071 0009 8765 4321',
  holder: 'NGUYEN THI HOAI THUONG',
}

/** A request whose first reply was due a second ago, swept: it owes one remedy. */
export async function owe(): Promise<{ code: string; key: string; id: string; ticket: CustomerTicket }> {
  const { code, key, deadlines } = await fileRequest()
  const firstReply = deadlines.find(({ milestone }) => milestone === 'first_reply')
  await sweep(testContext(Date.parse(firstReply?.dueAt ?? '') + 1_000))
  const ticket = await asCustomer({ code, key })
  const id = ticket.remedies[0]?.id
  if (id === undefined) throw new Error('Nothing is owed')
  return { code, key, id, ticket }
}

/** The ticket as whoever holds its key sees it. */
export async function asCustomer({ code, key }: { code: string; key: string }): Promise<CustomerTicket> {
  const { value } = await call('getTicket', { at: { code }, key })
  if (!('messages' in value)) throw new Error('The key did not open it')
  return value
}
