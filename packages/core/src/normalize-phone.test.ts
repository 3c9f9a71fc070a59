import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizePhone } from './normalize-phone.ts'

describe('a phone number', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '0912-345-678',
    '0912–345–678',
    ' (0912) 345 678 ',
    '(0)912 345 678',
    '+84912345678',
    '+84 912 345 678',
    '(+84) 912 345 678',
    '+84 (0) 912 345 678',
    '(84) (0)912345678',
    '+840912345678',
    '84912345678',
    '84 0912 345 678',
    '0084912345678',
    '00 84 912 345 678',
    '00840912345678',
    '\u202a+84 912\u00a0345\u00a0678\u202c',
    '０９１２３４５６７８',
    '＋84912345678',
  ])('of a Vietnamese mobile is read from %j', (text) => {
    expect(normalizePhone(text)).toBe('+84912345678')
  })

  it.each([
    ['024 3825 5555', '+842438255555'],
    ['(028) 3829.5555', '+842838295555'],
    ['+84 24 3825 5555', '+842438255555'],
    ['+84 (0)28 3829 5555', '+842838295555'],
    ['0236 3822 123', '+842363822123'],
  ])('of a Vietnamese landline is read from %j', (text, phone) => {
    expect(normalizePhone(text)).toBe(phone)
  })

  it('may begin with 84 after its 0 and is not taken for an international one', () => {
    expect(normalizePhone('0841234567')).toBe('+84841234567')
    expect(normalizePhone('84841234567')).toBe('+84841234567')
  })

  it.each([
    ['+44 20 7946 0958', '+442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+1 (212) 555-0123', '+12125550123'],
    ['+65 6123 4567', '+6561234567'],
    ['+12345678', '+12345678'],
    ['+123456789012345', '+123456789012345'],
  ])('of another country is read from %j', (text, phone) => {
    expect(normalizePhone(text)).toBe(phone)
  })

  it.each([
    '',
    '+',
    'call me',
    '0912 345 67',
    '0912 345 6789',
    '0123 456 7890',
    '0612 345 678',
    '024 3825 555',
    '+84 12 345 678',
    '+84 912 345 6789',
    '1900 1234',
    '113',
    '912345678',
    '12125550123',
    '+1234567',
    '+1234567890123456',
    '+0912345678',
    '+84+912345678',
    '0912345678 ext 5',
    '0912345678, 0987654321',
    '٠٩١٢٣٤٥٦٧٨',
  ])('is not guessed from %j', (text) => {
    expect(normalizePhone(text)).toBeUndefined()
  })

  it('is always E.164, and stays what it is when it is read again', () => {
    const phoneLike = fc.string({ unit: fc.constantFrom(...'0123456789+.- ()84'), maxLength: 22 })
    fc.assert(
      fc.property(fc.oneof(phoneLike, fc.string({ unit: 'binary-ascii' })), (text) => {
        const phone = normalizePhone(text)
        if (phone === undefined) return
        expect(phone).toMatch(/^\+[1-9]\d{7,14}$/)
        expect(normalizePhone(phone)).toBe(phone)
      }),
      { numRuns: 2_000 },
    )
  })
})
