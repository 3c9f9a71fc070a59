import { normalizePhone } from '@camket/core'
import type { Customer } from './store.ts'

type Claims = {
  readonly sub: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** How a customer is looked for by what a token claims. */
export const waysToKnow = ({ sub, email, phone }: Partial<Claims>) => ({
  externalId: sub ?? '',
  email: email?.toLowerCase() ?? '',
  phone: phone === undefined ? '' : (normalizePhone(phone) ?? phone),
})

/**
 * Whether a customer of ours is the person whom a merchant vouches for: by the name that the merchant gave before; else,
 * while it gave none, by address; by number alone only where no address is known, because a number may be shared.
 */
export function isSamePerson(customer: Customer | undefined, claims: Claims): boolean {
  if (!customer) return false
  const known = waysToKnow(claims)
  if (customer.externalId !== null) return customer.externalId === known.externalId
  if (customer.email !== null) return customer.email === known.email
  return customer.phone !== null && customer.phone === known.phone
}
