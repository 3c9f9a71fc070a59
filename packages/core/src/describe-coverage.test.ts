import { expect, test } from 'vitest'
import { describeCoverage } from './describe-coverage.ts'

test.each([
  ['covered', 'within_term', 'Còn bảo hành đến 1/5/2028', 'Under warranty until 1 May 2028'],
  [
    'expired',
    'term_over',
    'Hết bảo hành từ 1/5/2028; quý khách vẫn gửi được',
    'Warranty ended on 1 May 2028; you can still send',
  ],
  [
    'excluded',
    'product_excluded',
    'Sản phẩm này không có bảo hành; quý khách vẫn gửi được',
    'This product has no warranty; you can still send',
  ],
  [
    'unknown',
    'purchase_date_unknown',
    'Chọn ngày mua để biết còn bảo hành không',
    'Choose the date of purchase to see whether it is under warranty',
  ],
  ['unknown', 'product_unknown', undefined, undefined],
] as const)('%s because of %s', (state, reason, vi, en) => {
  const known = { state, reason, until: '2028-05-01' }
  expect([describeCoverage(known, 'vi'), describeCoverage(known, 'en')]).toEqual([vi, en])
})
