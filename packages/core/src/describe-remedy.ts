import type { LatePenalty, Remedy } from './commitment.ts'
import { describeTermsOwed } from './describe-accrual.ts'
import { describeDuration } from './describe-duration.ts'
import { describeOffer } from './describe-offer.ts'
import { isInKind } from './offer-worth.ts'
import type { Locale } from './vocabulary.ts'

/**
 * What is owed if a deadline is missed, as one sentence: "Trễ: 50.000 ₫ cho mỗi ngày trễ, tối đa 500.000 ₫, trả trong
 * 3 ngày làm việc, trả chậm thì gấp đôi."
 */
export function describeRemedy(remedy: Remedy, locale: Locale): string {
  const { settlement } = remedy
  const clauses = [describeOwing(remedy, locale), ...describeSettlement(remedy, locale)]
  if (settlement.latePenalty) clauses.push(describePenalty(settlement.latePenalty, remedy, locale))
  return `${locale === 'vi' ? 'Trễ' : 'If late'}: ${clauses.join(', ')}.`
}

/** What is given, how it grows and how far, and what beside it; not when. */
export function describeOwing({ choice, accrual, cap, alongside }: Remedy, locale: Locale): string {
  const owed = describeTermsOwed({ offers: choice, accrual, cap }, locale)
  if (!alongside) return owed
  const { offer, ...terms } = alongside
  const beside = describeTermsOwed({ ...terms, offers: [offer] }, locale)
  return locale === 'vi' ? `${owed}, kèm theo ${beside}` : `${owed}, and with it ${beside}`
}

function describeSettlement(remedy: Remedy, locale: Locale): string[] {
  const { settlement } = remedy
  const payWithin = describeDuration(settlement.payWithin, locale)
  const verb = verbs[locale][isOnlyInKind(remedy) ? 'given' : 'paid']
  const by = locale === 'vi' ? `${verb} trong ${payWithin}` : `${verb} within ${payWithin}`
  if (settlement.type === 'automatic') return [by]
  const within = describeDuration(settlement.within, locale)
  return locale === 'vi'
    ? [`quý khách yêu cầu trong ${within}`, `${by} kể từ khi yêu cầu`]
    : [`to be claimed within ${within}`, `${by} of the claim`]
}

function describePenalty(penalty: LatePenalty, remedy: Remedy, locale: Locale): string {
  const verb = verbs[locale][isOnlyInKind(remedy) ? 'given' : 'paid']
  if (penalty === 'same_again')
    return locale === 'vi' ? `${verb} chậm thì gấp đôi` : `doubled if ${verb} late`
  const more = describeOffer(penalty, locale)
  return locale === 'vi' ? `${verb} chậm thì thêm ${more}` : `${more} more if ${verb} late`
}

const verbs = {
  vi: { paid: 'trả', given: 'thực hiện' },
  en: { paid: 'paid', given: 'given' },
} as const

function isOnlyInKind({ choice, accrual }: Remedy): boolean {
  const offers = accrual.type === 'tiers' ? accrual.tiers.map(({ offer }) => offer) : choice
  return offers.every((offer) => isInKind(offer) || offer.type === 'service_days')
}
