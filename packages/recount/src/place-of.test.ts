import { expect, it } from 'vitest'
import { placeOf } from './place-of.mjs'

it.each([
  'https://camket.example/minh-an',
  'https://camket.example/minh-an/record?days=30',
  'https://camket.example/en/minh-an/record/',
  'https://camket.example/api/v1/merchants/minh-an/record',
])('%s is about minh-an', (address) => {
  expect(placeOf(address)).toEqual({ origin: 'https://camket.example', merchant: 'minh-an' })
})

it.each(['minh-an', 'https://camket.example', 'https://camket.example/en', 'ftp://camket.example/minh-an'])(
  '%s names nobody, and the message tells what to write',
  (address) => {
    expect(() => placeOf(address)).toThrow(/such as|no web address/)
  },
)
