import type { Offer } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { describeMoney } from './describe-money.ts'
import { listOf } from './list-of.ts'
import type { Basis, Locale } from './vocabulary.ts'

type InKind = Exclude<Offer, { type: 'money' | 'voucher' | 'credit' | 'percent_of' | 'greater_of' }>['type']

const bases: Record<Locale, Record<Basis, string>> = {
  vi: { order: 'giá trị đơn hàng', item: 'giá sản phẩm', monthly_fee: 'phí hằng tháng' },
  en: { order: 'the price of the order', item: 'the price of the item', monthly_fee: 'the monthly fee' },
}

const deeds: Record<Locale, Record<Exclude<InKind, 'service_days'>, string>> = {
  vi: {
    replace: 'đổi sản phẩm mới',
    refund: 'hoàn tiền',
    repair: 'sửa miễn phí',
    loan_item: 'mượn sản phẩm dùng tạm',
    apology: 'xin lỗi bằng văn bản',
  },
  en: {
    replace: 'a replacement',
    refund: 'a refund',
    repair: 'a free repair',
    loan_item: 'an item on loan in the meantime',
    apology: 'a written apology',
  },
}

/** "phiếu mua hàng 50.000 ₫", "a 50,000 ₫ voucher"; money stands alone. */
export function describeOffer(offer: Offer, locale: Locale): string {
  const isVietnamese = locale === 'vi'
  switch (offer.type) {
    case 'money':
      return describeMoney(offer.value, locale)
    case 'voucher': {
      const money = describeMoney(offer.value, locale)
      return isVietnamese ? `phiếu mua hàng ${money}` : `${article(money)} ${money} voucher`
    }
    case 'credit': {
      const money = describeMoney(offer.value, locale)
      return isVietnamese ? `${money} trừ vào lần thanh toán sau` : `${money} off the next payment`
    }
    case 'percent_of':
      return describeShare(offer, locale)
    case 'greater_of': {
      const rivals = listOf(
        offer.offers.map((rival) => describeOffer(rival, locale)),
        'and',
        locale,
      )
      if (isVietnamese) return `${offer.offers.length > 2 ? 'mức cao nhất' : 'mức cao hơn'} giữa ${rivals}`
      return `${offer.offers.length > 2 ? 'the greatest' : 'the greater'} of ${rivals}`
    }
    case 'service_days': {
      const days = describeDuration({ amount: offer.days, unit: 'calendar_day' }, locale)
      return isVietnamese ? `gia hạn thêm ${days}` : `an extension of ${days}`
    }
    default:
      return deeds[locale][offer.type]
  }
}

/** "10% phí hằng tháng", "12.5% of the price of the order". */
export function describeShare(
  { of, percent }: { readonly of: Basis; readonly percent: number },
  locale: Locale,
): string {
  const share = `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(percent)}%`
  return `${share} ${locale === 'vi' ? '' : 'of '}${bases[locale][of]}`
}

/** Eight, eleven, eighteen, eighty … begin with a vowel when read aloud; so "an 80,000 ₫ voucher". */
function article(money: string): 'a' | 'an' {
  const [leading = ''] = money.replace(/^\D+/, '').split(/\D/)
  return /^(8\d*|11|18)$/.test(leading) ? 'an' : 'a'
}
