import { afterEach, describe, expect, test } from 'vitest'
import { guardStorage, mayStore, readStored, removeStored, storeKept, writeStored } from './store.ts'

let consent = false

afterEach(() => {
  for (const name of ['draft', 'requests']) removeStored('shop', name)
  localStorage.clear()
  consent = false
})

describe('what is kept for a merchant whose page asks for consent first', () => {
  guardStorage('shop', () => consent)

  test('stays in memory until it is given, and then goes to this device', () => {
    expect(writeStored('shop', 'draft', { text: 'x' })).toBe(false)
    expect(localStorage.length).toBe(0)
    expect(readStored('shop', 'draft')).toEqual({ text: 'x' })
    consent = true
    storeKept('shop')
    expect(localStorage.getItem('camket:shop:draft')).toBe('{"text":"x"}')
    expect(writeStored('shop', 'requests', [])).toBe(true)
  })

  test('is asked for no more where something was kept before', () => {
    localStorage.setItem('camket:shop:requests', '[]')
    expect(mayStore('shop')).toBe(true)
  })

  test('touches no other merchant’s', () => {
    expect(writeStored('other', 'draft', 1)).toBe(true)
    expect(mayStore('shop')).toBe(false)
  })
})

test('what did not fit once is what is read, until newer words did', () => {
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(writeStored('other', 'draft', 'first')).toBe(false)
  Storage.prototype.setItem = setItem
  expect(readStored('other', 'draft')).toBe('first')
  expect(writeStored('other', 'draft', 'second')).toBe(true)
  expect(readStored('other', 'draft')).toBe('second')
})
