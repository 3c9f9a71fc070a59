import { expect, test } from 'vitest'
import { phoneWords } from './phone-words.ts'

test('a number of the country is shown as it is dialled there, any other with its country', () => {
  expect(phoneWords('+84912345678')).toBe('0912 345 678')
  expect(phoneWords('+842873000101')).toBe('+842873000101')
  expect(phoneWords('+442079460000')).toBe('+442079460000')
})
