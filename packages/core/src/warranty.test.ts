import { describe, expect, it } from 'vitest'
import { coverageOf } from './warranty.ts'

const fridge = { warrantyMonths: 24 }

describe('warranty coverage', () => {
  it('lasts to the end of the same-numbered day', () => {
    const until = '2028-05-01'
    expect(coverageOf(fridge, '2026-05-01', '2026-05-01')).toEqual({
      state: 'covered',
      reason: 'within_term',
      until,
    })
    expect(coverageOf(fridge, '2026-05-01', '2028-05-01')).toEqual({
      state: 'covered',
      reason: 'within_term',
      until,
    })
    expect(coverageOf(fridge, '2026-05-01', '2028-05-02')).toEqual({
      state: 'expired',
      reason: 'term_over',
      until,
    })
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-01-31', 13, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-10', 0, '2026-03-10'],
  ])('bought %s for %i months lasts until %s', (purchasedOn, warrantyMonths, until) => {
    expect(coverageOf({ warrantyMonths }, purchasedOn, until)).toMatchObject({ state: 'covered', until })
  })

  it('is unknown, with the reason, where something needed is not known', () => {
    const filedOn = '2026-11-23'
    expect(coverageOf(undefined, '2026-05-01', filedOn)).toEqual({
      state: 'unknown',
      reason: 'product_unknown',
    })
    expect(coverageOf(fridge, undefined, filedOn)).toEqual({
      state: 'unknown',
      reason: 'purchase_date_unknown',
    })
    expect(coverageOf(fridge, '2026-11-24', filedOn)).toEqual({
      state: 'unknown',
      reason: 'purchase_date_in_future',
    })
  })

  it('is excluded for a product without warranty, whenever it was bought', () => {
    const filter = { warrantyMonths: 0, excludedReason: 'consumable' }
    expect(coverageOf(filter, undefined, '2026-11-23')).toEqual({
      state: 'excluded',
      reason: 'product_excluded',
    })
  })

  it('refuses what is no day', () => {
    expect(() => coverageOf(fridge, '2026-02-30', '2026-11-23')).toThrow('2026-02-30')
  })
})
