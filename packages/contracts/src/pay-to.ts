import { accountFault, normalizePhone, walletProviders } from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { words } from './words.ts'

const short = (chars_max: number) => z.string().trim().max(chars_max)

const account = short(limits.account_chars_max)
  .refine((text) => accountFault(text) !== 'account_invalid', {
    error: 'Write the 6 to 19 digits of the account number.',
    params: { code: 'account_invalid' },
  })
  .refine((text) => accountFault(text) !== 'card_number_given', {
    error: 'That is the number of a card. Write the number of the account.',
    params: { code: 'card_number_given' },
  })

const anyPhone = short(limits.phone_chars_max).refine((text) => normalizePhone(text) !== undefined, {
  error: 'Write a phone number, such as 0912 345 678.',
  params: { code: 'phone_invalid' },
})

const mobile = short(limits.phone_chars_max).refine(
  (text) => /^\+84[35789]/.test(normalizePhone(text) ?? ''),
  {
    error: 'Write the Vietnamese mobile number of the wallet, such as 0912 345 678.',
    params: { code: 'mobile_invalid' },
  },
)

/** How a customer wants to be paid. Personal: shown to nobody but the merchant's own staff. */
export const payTo = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('bank'),
    bank: words(limits.bank_chars_max),
    account,
    holder: words(limits.name_chars_max),
  }),
  z.strictObject({ way: z.literal('wallet'), provider: z.enum(walletProviders), phone: mobile }),
  z.strictObject({ way: z.literal('email'), email: z.email().max(limits.email_chars_max) }),
  z.strictObject({ way: z.literal('phone'), phone: anyPhone }),
  z.strictObject({ way: z.literal('shop') }),
])
export type PayTo = z.infer<typeof payTo>
