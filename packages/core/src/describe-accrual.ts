import type { Accrual, Cap, Offer, PerUnit, Tier } from './commitment.ts'
import { describeDuration, describeUnit } from './describe-duration.ts'
import { describeFactValue, factName } from './describe-fact.ts'
import { describeMoney } from './describe-money.ts'
import { describeOffer, describeShare } from './describe-offer.ts'
import { listOf } from './list-of.ts'
import type { Locale } from './vocabulary.ts'

type Terms = { readonly offers: readonly Offer[]; readonly accrual: Accrual; readonly cap?: Cap | undefined }

/** What is given and how it grows, up to how much: "50.000 ₫ cho mỗi ngày trễ, tối đa 500.000 ₫". */
export function describeTermsOwed({ offers, accrual, cap }: Terms, locale: Locale): string {
  const grown =
    accrual.type === 'tiers' ? describeScale(accrual, locale) : describeEach(offers, accrual, locale)
  return cap ? `${grown}, ${describeCap(cap, accrual, locale)}` : grown
}

function describeEach(offers: readonly Offer[], accrual: Accrual, locale: Locale): string {
  const given = listOf(
    offers.map((offer) => describeOffer(offer, locale)),
    'or',
    locale,
  )
  if (accrual.type !== 'per') return given
  const unit = describeUnit(accrual.each, locale)
  const isFull = accrual.count === 'full'
  if (locale === 'vi') {
    const since = accrual.from === 'start' ? 'kể từ khi bắt đầu tính thời hạn' : 'trễ'
    return `${given} cho mỗi ${unit} ${since}${isFull ? ' trọn vẹn' : ''}`
  }
  const since = accrual.from === 'start' ? 'since the clock began' : 'late'
  return `${given} for each ${isFull ? 'full ' : ''}${unit} ${since}`
}

function describeScale({ by, tiers }: Extract<Accrual, { type: 'tiers' }>, locale: Locale): string {
  if (by.type === 'time') {
    const steps = tiers.map((tier) => describeUnits(tier, by, locale) + describeReduced(tier, locale))
    return `${steps.join('; ')} (${describeOrigin(by, locale)})`
  }
  const { fact, bounds } = by
  const steps = tiers.map((tier, index) => {
    const range = describeRange(
      tier,
      (value) => describeFactValue(fact, value, locale),
      rangeWords[locale][bounds],
    )
    const offer = describeOffer(tier.offer, locale)
    const subject = index === 0 ? factName(fact, locale) : locale === 'vi' ? '' : 'it'
    const condition =
      locale === 'vi' ? `nếu ${subject && `${subject} `}${range}` : `if ${subject} is ${range}`
    return `${offer} ${condition}${describeReduced(tier, locale)}`
  })
  return steps.join('; ')
}

function describeOrigin({ each, count, from }: PerUnit, locale: Locale): string {
  const unit = describeUnit(each, locale)
  const isFull = count === 'full'
  if (locale === 'vi') {
    const since = from === 'start' ? 'tính từ khi bắt đầu tính thời hạn' : 'tính từ khi trễ hạn'
    return isFull ? `${since}, chỉ tính ${unit} trọn vẹn` : since
  }
  const since = from === 'start' ? 'counted from when the clock began' : 'counted from the deadline'
  return isFull ? `${since}, each full ${unit}` : since
}

/** "£95 for the 1st period of 12 hours", "5 € cho mỗi ngày từ ngày thứ 3 đến ngày thứ 4". */
function describeUnits(
  { from, to, offer }: Tier,
  { each, owes }: PerUnit & { readonly owes: 'sum' | 'last' },
  locale: Locale,
): string {
  const given = describeOffer(offer, locale)
  const unit = describeUnit(each, locale)
  if (locale === 'vi') {
    const one = each.amount === 1 ? unit : `lượt ${unit}`
    if (owes === 'last') return `tổng cộng ${given} từ ${one} thứ ${from}`
    if (from === to) return `${given} cho ${one} thứ ${from}`
    return `${given} cho mỗi ${one} từ ${one} thứ ${from}${to === undefined ? '' : ` đến ${one} thứ ${to}`}`
  }
  const one = each.amount === 1 ? unit : `period of ${unit}`
  if (owes === 'last') return `${given} in all from the ${ordinal(from)} ${one} on`
  if (from === to) return `${given} for the ${ordinal(from)} ${one}`
  const until = to === undefined ? 'on' : `to the ${ordinal(to)}`
  return `${given} for each ${one} from the ${ordinal(from)} ${until}`
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

function ordinal(number: number): string {
  const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
  return `${number}${endings[ordinals.select(number)] ?? 'th'}`
}

/** Which values of a number a step is for. */
function describeRange(
  { from, to }: Tier,
  tell: (value: number) => string,
  { above, below, both }: RangeWords,
): string {
  if (to === undefined) return above(tell(from))
  return from === 0 ? below(tell(to)) : both(tell(from), tell(to))
}

type RangeWords = {
  readonly above: (from: string) => string
  readonly below: (to: string) => string
  readonly both: (from: string, to: string) => string
}

/** By which end of a range belongs to it. */
const rangeWords: Record<Locale, Record<'from' | 'to', RangeWords>> = {
  vi: {
    from: {
      above: (from) => `từ ${from} trở lên`,
      below: (to) => `dưới ${to}`,
      both: (from, to) => `từ ${from} đến dưới ${to}`,
    },
    to: {
      above: (from) => `trên ${from}`,
      below: (to) => `không quá ${to}`,
      both: (from, to) => `trên ${from} đến ${to}`,
    },
  },
  en: {
    from: {
      above: (from) => `${from} or more`,
      below: (to) => `below ${to}`,
      both: (from, to) => `${from} or more but below ${to}`,
    },
    to: {
      above: (from) => `over ${from}`,
      below: (to) => `at most ${to}`,
      both: (from, to) => `over ${from} but at most ${to}`,
    },
  },
}

function describeReduced({ reduced }: Tier, locale: Locale): string {
  if (!reduced) return ''
  const { fact, atMost, percent } = reduced
  const name = factName(fact, locale)
  const most = describeFactValue(fact, atMost, locale)
  const share = `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(percent)}%`
  return locale === 'vi'
    ? ` (còn ${share} nếu ${name} không quá ${most})`
    : ` (${share} of that if ${name} is at most ${most})`
}

function describeCap(cap: Cap, accrual: Accrual, locale: Locale): string {
  const most = locale === 'vi' ? 'tối đa' : 'at most'
  switch (cap.type) {
    case 'amount':
      return `${most} ${describeMoney(cap.value, locale)}`
    case 'percent_of':
      return `${most} ${describeShare(cap, locale)}`
    case 'days':
      return `${most} ${describeDuration({ amount: cap.days, unit: 'calendar_day' }, locale)}`
    case 'count':
      return `${most} ${describeCount(cap.units, accrual, locale)}`
  }
}

/** So many units of time: "10 ngày", "3 times 12 hours". */
function describeCount(units: number, accrual: Accrual, locale: Locale): string {
  const per = accrual.type === 'tiers' ? (accrual.by.type === 'time' ? accrual.by : undefined) : accrual
  const each = per && 'each' in per ? per.each : undefined
  if (each?.amount === 1) return describeDuration({ amount: units, unit: each.unit }, locale)
  const times = locale === 'vi' ? `${units} lần` : units === 1 ? 'once' : `${units} times`
  return each ? `${times} ${describeDuration(each, locale)}` : times
}
