import { expect, it } from 'vitest'
import { describeReturn, describeWarranty } from './describe-terms.ts'

const goods = { vi: 'Hàng', en: 'Goods' }

it('a warranty is told with its term, and with what it covers and where only if that is said', () => {
  const bare = { id: 'a', goods, months: 1 }
  expect(describeWarranty(bare, 'vi')).toBe('Bảo hành 1 tháng kể từ ngày mua.')
  expect(describeWarranty(bare, 'en')).toBe('A warranty of 1 month from the day of purchase.')
  const whole = { ...bare, months: 24, covers: 'parts_and_labour', where: 'at_home' } as const
  expect(describeWarranty(whole, 'vi')).toBe(
    'Bảo hành 24 tháng kể từ ngày mua, gồm linh kiện và công, tại nhà.',
  )
  expect(describeWarranty(whole, 'en')).toBe(
    'A warranty of 24 months from the day of purchase, parts and labour included, at your home.',
  )
})

it('a return is told with its days, what is given and who pays the way back', () => {
  const back = { id: 'a', goods, days: 7, gives: ['money', 'exchange'], countries: ['VN'] } as const
  expect(describeReturn({ ...back, wayBackPaidBy: 'merchant' }, 'en')).toBe(
    'May be given back within 7 days of receiving it though nothing is wrong, for your money back or an exchange; we pay the way back.',
  )
  expect(describeReturn({ ...back, wayBackPaidBy: 'customer' }, 'vi')).toBe(
    'Trả lại trong 7 ngày kể từ ngày nhận dù hàng không lỗi, được hoàn tiền hoặc đổi hàng khác; quý khách trả phí gửi trả.',
  )
})
