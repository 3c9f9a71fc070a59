import type { Offer } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { describeMoney } from './describe-money.ts'
import { describeOffer } from './describe-offer.ts'
import { listOf } from './list-of.ts'
import type { OwedLine, OwedReason } from './owed-at.ts'
import type { Locale, Money } from './vocabulary.ts'

const reasons: Record<Locale, Record<OwedReason, string>> = {
  vi: {
    missed: 'Trễ hạn',
    units: 'Theo thời gian',
    tier: 'Theo bậc',
    reduced: 'Giảm bớt',
    capped: 'Đến mức tối đa',
    alongside: 'Kèm theo',
    late_penalty: 'Trả chậm',
  },
  en: {
    missed: 'Deadline missed',
    units: 'For the time',
    tier: 'By the scale',
    reduced: 'Reduced',
    capped: 'Up to the most that is owed',
    alongside: 'Beside that',
    late_penalty: 'Settled late',
  },
}

/**
 * One line of what is owed, so that whoever reads it can check it: "Theo thời gian: 3 ngày × 50.000 ₫ = 150.000 ₫",
 * "Trễ hạn: 10% giá trị đơn hàng = 45.000 ₫".
 */
export function describeOwedLine(line: OwedLine, currency: string, locale: Locale): string {
  const why = reasons[locale][line.reason]
  const { offer, amount, days } = line
  const total =
    amount === undefined
      ? days === undefined
        ? undefined
        : describeDays(days, locale)
      : describeMoney({ amount, currency }, locale)
  // What a cap or a reduction takes off is a sum of its own.
  if (!offer || line.reason === 'reduced' || line.reason === 'capped') return total ? `${why}: ${total}` : why
  const each = describeOffer(offer, locale)
  const times = describeTimes(line, locale)
  const isTotal = !times && (offer.type === 'service_days' || 'value' in offer)
  return total && !isTotal ? `${why}: ${times}${each} = ${total}` : `${why}: ${times}${each}`
}

/** "3 ngày × ", "2 × 12 hours × "; empty where units of time play no part. */
function describeTimes({ units, each }: OwedLine, locale: Locale): string {
  if (units === undefined || !each) return ''
  if (each.amount === 1) return `${describeDuration({ amount: units, unit: each.unit }, locale)} × `
  return `${units} × ${describeDuration(each, locale)} × `
}

/** What is owed in a few words: the sum, the days, the thing itself; at least so much while a number is missing. */
export function describeOwed(
  owed: {
    readonly amount?: Money | undefined
    readonly atLeast?: Money | undefined
    readonly days?: number | undefined
    readonly offers: readonly Offer[]
    readonly chosen?: number | undefined
  },
  locale: Locale,
): string {
  const offer = owed.offers[owed.chosen ?? 0]
  const parts = [describeSum(owed, offer, locale)]
  if (owed.days !== undefined) parts.push(describeDays(owed.days, locale))
  return listOf(
    parts.filter((part) => part !== ''),
    'and',
    locale,
  )
}

function describeSum(
  { amount, atLeast, days, offers, chosen }: Parameters<typeof describeOwed>[0],
  offer: Offer | undefined,
  locale: Locale,
): string {
  // Which of several it will be is not known until one is chosen; how much is.
  const isKnown = chosen !== undefined || offers.length === 1
  if (amount) {
    return isKnown && offer && 'value' in offer
      ? describeOffer({ ...offer, value: amount }, locale)
      : describeMoney(amount, locale)
  }
  if (atLeast) return `${locale === 'vi' ? 'ít nhất' : 'at least'} ${describeMoney(atLeast, locale)}`
  return !offer || (days !== undefined && offer.type === 'service_days') ? '' : describeOffer(offer, locale)
}

function describeDays(days: number, locale: Locale): string {
  return describeOffer({ type: 'service_days', days }, locale)
}
