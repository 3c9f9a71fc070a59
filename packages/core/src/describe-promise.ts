import type { Offer, Pledge, Remedy } from './commitment.ts'
import { describeCondition } from './describe-fact.ts'
import { describePledge } from './describe-pledge.ts'
import { describeOwing } from './describe-remedy.ts'
import { isInKind } from './offer-worth.ts'
import type { Locale } from './vocabulary.ts'

/**
 * A pledge and what it owes in one sentence: "We answer a warranty request within 4 working hours, or you receive a
 * 50,000 ₫ voucher." When it is paid, and what if late, is in `describeRemedy`.
 */
export function describePromise(pledge: Pledge, locale: Locale): string {
  const { remedy, missedWhen } = pledge
  const promise = describePledge(pledge, locale)
  if (!remedy) return `${promise}.`
  const owed = describeOwing(remedy, locale)
  const condition = missedWhen && describeCondition(missedWhen, locale)
  if (locale === 'vi') {
    const otherwise = condition ? `nếu không, hoặc khi ${condition}, thì` : 'nếu không thì'
    return `${promise}, ${otherwise} quý khách ${isDeed(remedy) ? 'được' : 'được nhận'} ${owed}.`
  }
  return condition
    ? `${promise}; if not, or once ${condition}, you receive ${owed}.`
    : `${promise}, or you receive ${owed}.`
}

/** In Vietnamese a sum is received while something is done for somebody. */
function isDeed({ choice, accrual }: Remedy): boolean {
  const first: Offer | undefined = accrual.type === 'tiers' ? accrual.tiers[0]?.offer : choice[0]
  return first !== undefined && (isInKind(first) || first.type === 'service_days')
}
