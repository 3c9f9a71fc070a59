import { afterEach, describe, expect, test } from 'vitest'
import { guardStorage, mayStore, readStored, removeStored, storeKept, writeStored } from './store.ts'

let consent = false

afterEach(() => {
  for (const name of ['draft', 'requests']) removeStored(`camket:shop:${name}`)
  localStorage.clear()
  consent = false
})

describe('what is kept for a merchant whose page asks for consent first', () => {
  guardStorage('shop', () => consent)

  test('stays in memory until it is given, and then goes to this device', () => {
    expect(writeStored('camket:shop:draft', { text: 'x' })).toBe(false)
    expect(localStorage.length).toBe(0)
    expect(readStored('camket:shop:draft')).toEqual({ text: 'x' })
    consent = true
    storeKept('shop')
    expect(localStorage.getItem('camket:shop:draft')).toBe('{"text":"x"}')
    expect(writeStored('camket:shop:requests', [])).toBe(true)
  })

  test('is asked for no more where something was kept before', () => {
    localStorage.setItem('camket:shop:requests', '[]')
    expect(mayStore('shop')).toBe(true)
  })

  test('touches no other merchant’s', () => {
    expect(writeStored('camket:other:draft', 1)).toBe(true)
    expect(mayStore('shop')).toBe(false)
  })
})
