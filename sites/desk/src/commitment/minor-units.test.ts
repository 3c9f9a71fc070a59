import { expect, test } from 'vitest'
import { minorUnits, typedAmount } from './minor-units.ts'

test('a sum is kept in the smallest units of its currency', () => {
  expect(minorUnits('50000', 'VND')).toBe(50_000)
  expect(minorUnits('50 000', 'VND')).toBe(50_000)
  expect(minorUnits('10.34', 'GBP')).toBe(1_034)
  expect(minorUnits('10,3', 'GBP')).toBe(1_030)
  expect(typedAmount(1_034, 'GBP')).toBe('10.34')
  expect(typedAmount(5, 'GBP')).toBe('0.05')
  expect(typedAmount(25_000, 'EUR')).toBe('250')
  expect(typedAmount(50_000, 'VND')).toBe('50000')
})

test('what is no sum of the currency is none', () => {
  for (const text of ['', 'x', '-5', '10.345', '1e3']) expect(minorUnits(text, 'GBP')).toBeUndefined()
  expect(minorUnits('50.5', 'VND')).toBeUndefined()
  expect(minorUnits('99999999999999999999', 'VND')).toBeUndefined()
})
