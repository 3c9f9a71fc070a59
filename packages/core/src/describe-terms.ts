import type { ReturnClause, WarrantyClause } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { listOf } from './list-of.ts'
import type { Locale } from './vocabulary.ts'

type Words = {
  warranty: (term: string) => string
  covers: Record<NonNullable<WarrantyClause['covers']>, string>
  where: Record<NonNullable<WarrantyClause['where']>, string>
  back: (days: string, gives: string) => string
  gives: Record<ReturnClause['gives'][number], string>
  wayBack: Record<ReturnClause['wayBackPaidBy'], string>
}

const words: Record<Locale, Words> = {
  vi: {
    warranty: (term) => `Bảo hành ${term} kể từ ngày mua`,
    covers: { parts: 'gồm linh kiện', parts_and_labour: 'gồm linh kiện và công' },
    where: { brought_in: 'mang đến nơi nhận', picked_up: 'chúng tôi đến lấy', at_home: 'tại nhà' },
    back: (days, gives) => `Trả lại trong ${days} kể từ ngày nhận dù hàng không lỗi, được ${gives}`,
    gives: { money: 'hoàn tiền', exchange: 'đổi hàng khác', credit: 'tính vào lần mua sau' },
    wayBack: { merchant: 'chúng tôi trả phí gửi trả', customer: 'quý khách trả phí gửi trả' },
  },
  en: {
    warranty: (term) => `A warranty of ${term} from the day of purchase`,
    covers: { parts: 'parts included', parts_and_labour: 'parts and labour included' },
    where: { brought_in: 'brought to us', picked_up: 'we pick it up', at_home: 'at your home' },
    back: (days, gives) =>
      `May be given back within ${days} of receiving it though nothing is wrong, for ${gives}`,
    gives: { money: 'your money back', exchange: 'an exchange', credit: 'credit for another purchase' },
    wayBack: { merchant: 'we pay the way back', customer: 'you pay the way back' },
  },
}

/** "Bảo hành 24 tháng kể từ ngày mua, gồm linh kiện và công, tại nhà." */
export function describeWarranty({ months, covers, where }: WarrantyClause, locale: Locale): string {
  const of = words[locale]
  const term = of.warranty(describeDuration({ amount: months, unit: 'month' }, locale))
  return `${[term, covers && of.covers[covers], where && of.where[where]].filter((part) => part).join(', ')}.`
}

/** "Trả lại trong 7 ngày kể từ ngày nhận dù hàng không lỗi, được hoàn tiền; chúng tôi trả phí gửi trả." */
export function describeReturn({ days, gives, wayBackPaidBy }: ReturnClause, locale: Locale): string {
  const of = words[locale]
  const span = describeDuration({ amount: days, unit: 'calendar_day' }, locale)
  const given = listOf(
    gives.map((one) => of.gives[one]),
    'or',
    locale,
  )
  return `${of.back(span, given)}; ${of.wayBack[wayBackPaidBy]}.`
}
