import type { PayTo, RemedyRow } from '@camket/contracts'
import { type Locale, type Money, walletNames } from '@camket/core'

const headings: Record<Locale, readonly string[]> = {
  vi: [
    'Mã yêu cầu',
    'Khách hàng',
    'Trả bằng',
    'Số tiền',
    'Tiền tệ',
    'Trong đó phạt trả chậm',
    'Số ngày',
    'Trạng thái',
    'Hạn trả (UTC)',
    'Quá hạn',
    'Cách nhận',
    'Ngân hàng / ví',
    'Tài khoản / số điện thoại',
    'Chủ tài khoản',
    'E-mail',
    'Mã thanh toán',
    'Đã trả lúc (UTC)',
  ],
  en: [
    'Request',
    'Customer',
    'Given as',
    'Amount',
    'Currency',
    'Of it late penalty',
    'Days',
    'State',
    'Settle by (UTC)',
    'Overdue',
    'Way',
    'Bank / wallet',
    'Account / phone',
    'Account holder',
    'E-mail',
    'Reference',
    'Settled at (UTC)',
  ],
}

const yes: Record<Locale, string> = { vi: 'có', en: 'yes' }

/** For a spreadsheet: UTF-8 with the mark that Excel asks for, RFC 4180. */
export function remediesCsv(remedies: readonly RemedyRow[], locale: Locale): string {
  const rows = remedies.map((remedy) => [
    remedy.code,
    remedy.customerName,
    remedy.what,
    major(remedy.amount),
    remedy.amount?.currency,
    major(remedy.penalty),
    remedy.days,
    remedy.state,
    remedy.settleBy,
    remedy.overdue ? yes[locale] : '',
    remedy.payee?.way,
    ...payeeCells(remedy.payee),
    remedy.reference,
    remedy.settledAt,
  ])
  return `\ufeff${[headings[locale], ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

function payeeCells(payee: PayTo | undefined): (string | undefined)[] {
  if (payee?.way === 'bank') return [payee.bank, grouped(payee.account), payee.holder, '']
  if (payee?.way === 'wallet') return [walletNames[payee.provider], atHome(payee.phone), '', '']
  if (payee?.way === 'phone') return ['', atHome(payee.phone), '', '']
  return ['', '', '', payee?.way === 'email' ? payee.email : '']
}

/** A spreadsheet would take a long number for a quantity, and lose its first zeros and its last digits. */
const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')
const atHome = (phone: string): string =>
  phone.startsWith('+84')
    ? `0${phone.slice(3).replace(/(\d{3})$/, ' $1')}`
    : grouped(phone.replace('+', '00'))

/** Minor units in the currency's own: 50000 of VND, 10.34 of GBP. */
function major(money: Money | undefined): string {
  if (!money) return ''
  const { maximumFractionDigits: exponent = 0 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
  }).resolvedOptions()
  return (money.amount / 10 ** exponent).toFixed(exponent)
}

/** What customers typed is no formula: Excel is shown that it is text. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
