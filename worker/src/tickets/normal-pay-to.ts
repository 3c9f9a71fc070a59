import type { PayTo } from '@camket/contracts'
import { accountNumber, normalizePhone } from '@camket/core'

/** The same as a bank or a phone takes it: digits without what people put between them, phones in E.164. */
export function normalPayTo(payTo: PayTo): PayTo {
  if (payTo.way === 'bank') return { ...payTo, account: accountNumber(payTo.account) }
  return 'phone' in payTo ? { ...payTo, phone: normalizePhone(payTo.phone) ?? payTo.phone } : payTo
}
