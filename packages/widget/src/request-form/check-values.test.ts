import { normalizePhone } from '@camket/core/normalize-phone'
import type { Kind } from '@camket/core/vocabulary'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { request as vi } from '../strings/vi.ts'
import { config } from '../testing/sample.ts'
import { checkValues, isPhone } from './check-values.ts'
import type { FormValues } from './form-values.ts'

const now = new Date('2026-11-23T02:00:00Z')
const wrong = (kind: Kind, fields: FormValues['fields']) =>
  Object.keys(checkValues({ kind, fields }, { config, words: vi }, now))
const whole = { message: 'Không đông', name: 'Đào', email: 'dao@k.example' }

describe('what stands in the way of sending', () => {
  test.each<[string, Kind, FormValues['fields'], string[]]>([
    ['nothing, with an address', 'support', whole, []],
    ['nothing, with a number', 'support', { message: 'x', name: 'Đào', phone: '0912 345 678' }, []],
    ['everything that is needed', 'support', {}, ['message', 'name', 'email']],
    ['blanks', 'support', { ...whole, message: '  \n ' }, ['message']],
    ['half an address', 'support', { ...whole, email: 'dao@k' }, ['email']],
    ['a number too short', 'support', { ...whole, phone: '0912' }, ['phone']],
    [
      'a purchase tomorrow, on the merchant’s calendar',
      'warranty',
      { ...whole, purchasedOn: '2026-11-24' },
      ['purchasedOn'],
    ],
    ['nothing, for a purchase today', 'warranty', { ...whole, purchasedOn: '2026-11-23' }, []],
    ['what belongs to another kind is not looked at', 'support', { ...whole, purchasedOn: '2099-01-01' }, []],
    ['no number to call', 'callback', { ...whole, day: '2026-11-24', from: '09:00', to: '10:00' }, ['phone']],
    ['no time to call', 'callback', { ...whole, phone: '0912345678' }, ['day', 'from', 'to']],
    [
      'an end before the beginning',
      'callback',
      { ...whole, phone: '0912345678', day: '2026-11-24', from: '10:00', to: '09:00' },
      ['to'],
    ],
    [
      'a time that has passed',
      'callback',
      { ...whole, phone: '0912345678', day: '2026-11-23', from: '07:00', to: '09:00' },
      ['to'],
    ],
    ['more than the server takes', 'support', { ...whole, name: 'x'.repeat(121) }, ['name']],
  ])('%s', (_, kind, fields, names) => {
    expect(wrong(kind, fields)).toEqual(names)
  })
})

describe('a phone number', () => {
  /** A number that somebody has, written as people and programs write them. */
  const separator = fc.constantFrom(
    '',
    '',
    '',
    ' ',
    '.',
    '-',
    '–',
    '/',
    '\u00a0',
    '\u202c',
    ' (0) ',
    '(0)',
    '(',
    ')',
  )
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
  const national = fc.oneof(
    fc.tuple(fc.constantFrom(...'35789'), digits(8)).map((parts) => parts.join('')),
    digits(9).map((rest) => `2${rest}`),
    fc.integer({ min: 8, max: 15 }).chain(digits),
  )
  const start = fc.constantFrom(
    '',
    '0',
    '84',
    '840',
    '+84',
    '+840',
    '0084',
    '00840',
    '+',
    '00',
    '＋84',
    '(+84',
    '\u202a+84',
    '0 084',
    '(0',
  )
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  const written = fc
    .tuple(start, separator, national, fc.array(separator, { minLength: 15, maxLength: 15 }), fc.boolean())
    .map(([first, then, number, separators, isWide]) => {
      const text = first + then + [...number].map((digit, at) => digit + (separators[at] ?? '')).join('')
      return isWide ? wide(text) : text
    })

  test('that the server takes is never refused before it is sent', () => {
    let taken = 0
    fc.assert(
      fc.property(written, (text) => {
        if (normalizePhone(text) === undefined) return
        taken++
        expect(isPhone(text), text).toBe(true)
      }),
      { numRuns: 30_000 },
    )
    expect(taken).toBeGreaterThan(1_000)
  })

  test.each([
    '',
    '0912 345 67',
    '0912 345 6789',
    '0612 345 678',
    '912345678',
    '1900 1234',
    '+1234567',
    'gọi tôi',
  ])('as %j is told to be none as it is typed', (text) => expect(isPhone(text)).toBe(false))
})
