import { describe, expect, it } from 'vitest'
import { accountFault, accountNumber, waysToGive } from './pay-ways.ts'

const value = { amount: 50_000, currency: 'VND' }

describe('the ways to give what is owed', () => {
  it('take money to an account, a wallet or the counter, and a voucher to a mailbox, a phone or the counter', () => {
    expect(waysToGive({ type: 'money', value })).toEqual(['bank', 'wallet', 'shop'])
    expect(waysToGive({ type: 'refund' })).toEqual(['bank', 'wallet', 'shop'])
    expect(waysToGive({ type: 'percent_of', of: 'order', percent: 10 })).toEqual(['bank', 'wallet', 'shop'])
    expect(waysToGive({ type: 'voucher', value })).toEqual(['email', 'phone', 'shop'])
  })

  it('are none where nothing has to be sent anywhere', () => {
    expect(waysToGive({ type: 'service_days', days: 30 })).toEqual([])
    expect(waysToGive({ type: 'credit', value })).toEqual([])
    expect(waysToGive({ type: 'replace' })).toEqual([])
  })
})

describe('the number of a bank account', () => {
  it.each(['123456', '0071 0001 2345 6', '1903.6789.0123-45', '1234567890123456789'])('may be %s', (text) => {
    expect(accountFault(text)).toBeUndefined()
  })

  it.each(['', '12345', '12345678901234567890', 'nguyenvana', '12345x', '+84912345678'])(
    'is not %s',
    (text) => {
      expect(accountFault(text)).toBe('account_invalid')
    },
  )

  it('is told from that of a card, which no transfer takes', () => {
    expect(accountFault('9704 3612 3456 7890')).toBe('card_number_given')
    expect(accountFault('9704361234567890123')).toBe('card_number_given')
    expect(accountFault('9704361234567')).toBeUndefined()
  })

  it('is kept without what stands between its digits', () => {
    expect(accountNumber(' 0071 0001.2345-6 ')).toBe('0071000123456')
    expect(accountNumber('１２３４５６')).toBe('123456')
  })
})
