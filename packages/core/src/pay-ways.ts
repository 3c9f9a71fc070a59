import type { Offer } from './commitment.ts'

/** How something that is owed can reach the customer; `shop`: at the counter, with the request's code. */
export const payWays = ['bank', 'wallet', 'email', 'phone', 'shop'] as const
export type PayWay = (typeof payWays)[number]

export const walletProviders = ['momo', 'zalopay', 'viettel_money', 'vnpay', 'shopeepay'] as const
export type WalletProvider = (typeof walletProviders)[number]

/** Names of firms, the same in every language. */
export const walletNames: Record<WalletProvider, string> = {
  momo: 'MoMo',
  zalopay: 'ZaloPay',
  viettel_money: 'Viettel Money',
  vnpay: 'VNPAY',
  shopeepay: 'ShopeePay',
}

/** The ways in which an offer can be given. None where nobody has to ask: a term goes on, an item comes. */
export function waysToGive({ type }: Offer): readonly PayWay[] {
  switch (type) {
    case 'money':
    case 'percent_of':
    case 'greater_of':
    case 'refund':
      return ['bank', 'wallet', 'shop']
    case 'voucher':
      return ['email', 'phone', 'shop']
    default:
      return []
  }
}

/** The number of a domestic bank card (its issuer numbers begin with 9704), which people take for their account's. */
const cardNumber = /^9704(\d{12}|\d{15})$/

/** An account's number without what people put between its digits. */
export function accountNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\p{Pd}]/gu, '')
}

/** Whether a bank in Vietnam could have given it to an account: 6 to 19 digits, and no card's. */
export function accountFault(text: string): 'account_invalid' | 'card_number_given' | undefined {
  const number = accountNumber(text)
  if (!/^\d{6,19}$/.test(number)) return 'account_invalid'
  return cardNumber.test(number) ? 'card_number_given' : undefined
}
