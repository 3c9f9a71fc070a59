import type { Offer, Remedy } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { describeMoney } from './describe-money.ts'
import { listOf } from './list-of.ts'
import type { Locale } from './vocabulary.ts'

/** "phiếu mua hàng 50.000 ₫", "a 50,000 ₫ voucher"; money stands alone. */
export function describeOffer(offer: Offer, locale: Locale): string {
  if (!('value' in offer)) return offer.type
  const money = describeMoney(offer.value, locale)
  if (offer.type === 'money') return money
  return locale === 'vi' ? `phiếu mua hàng ${money}` : `${article(money)} ${money} voucher`
}

/** What is owed if a deadline is missed, as one sentence. */
export function describeRemedy({ choice, settlement }: Remedy, locale: Locale): string {
  const offers = listOf(
    choice.map((offer) => describeOffer(offer, locale)),
    'or',
    locale,
  )
  const payWithin = describeDuration(settlement.payWithin, locale)
  return locale === 'vi'
    ? `Trễ: ${offers}, trả trong ${payWithin}.`
    : `If late: ${offers}, paid within ${payWithin}.`
}

/** Eight, eleven, eighteen, eighty … begin with a vowel when read aloud; so "an 80,000 ₫ voucher". */
function article(money: string): 'a' | 'an' {
  const [leading = ''] = money.replace(/^\D+/, '').split(/\D/)
  return /^(8\d*|11|18)$/.test(leading) ? 'an' : 'a'
}
