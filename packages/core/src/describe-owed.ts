import type { Offer } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { describeMoney } from './describe-money.ts'
import { describeOffer } from './describe-remedy.ts'
import type { OwedLine, OwedReason } from './owed-at.ts'
import type { Locale, Money } from './vocabulary.ts'

const reasons: Record<Locale, Record<OwedReason, string>> = {
  vi: {
    missed: 'Trễ hạn',
    units: 'Mỗi đơn vị thời gian trễ',
    tier: 'Theo bậc',
    reduced: 'Giảm trừ',
    capped: 'Mức tối đa',
    alongside: 'Kèm theo',
    late_penalty: 'Phạt trả chậm',
  },
  en: {
    missed: 'Deadline missed',
    units: 'For each unit of time',
    tier: 'By the scale',
    reduced: 'Reduced',
    capped: 'At most',
    alongside: 'Beside that',
    late_penalty: 'Settled late',
  },
}

/** One line of what is owed, in words: "Trễ hạn: 50.000 ₫". */
export function describeOwedLine({ reason, amount }: OwedLine, currency: string, locale: Locale): string {
  const why = reasons[locale][reason]
  return amount === undefined ? why : `${why}: ${describeMoney({ amount, currency }, locale)}`
}

/** What is owed in a few words: the sum where there is one, else the days, else the thing itself. */
export function describeOwed(
  owed: {
    readonly amount?: Money | undefined
    readonly days?: number | undefined
    readonly offers: readonly Offer[]
    readonly chosen?: number | undefined
  },
  locale: Locale,
): string {
  if (owed.amount) return describeMoney(owed.amount, locale)
  if (owed.days !== undefined) return describeDuration({ amount: owed.days, unit: 'calendar_day' }, locale)
  const offer = owed.offers[owed.chosen ?? 0]
  return offer ? describeOffer(offer, locale) : ''
}
