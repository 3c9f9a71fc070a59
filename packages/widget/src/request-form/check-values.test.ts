import type { Kind } from '@camket/core/vocabulary'
import { describe, expect, test } from 'vitest'
import { request as vi } from '../strings/vi.ts'
import { checkValues } from './check-values.ts'
import type { FormValues } from './form-values.ts'

const around = { now: new Date('2026-11-23T02:00:00Z'), timeZone: 'Asia/Ho_Chi_Minh', words: vi.error }
const wrong = (kind: Kind, fields: FormValues['fields']) => Object.keys(checkValues({ kind, fields }, around))
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
