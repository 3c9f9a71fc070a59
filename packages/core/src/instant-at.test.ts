import { describe, expect, it } from 'vitest'
import { instantAt } from './instant-at.ts'

const at = (...reading: Parameters<typeof instantAt>) => instantAt(...reading)?.toISOString()

describe('instantAt', () => {
  it('reads a form’s day and time by the merchant’s clocks', () => {
    expect(at('2026-11-24', '09:00', 'Asia/Ho_Chi_Minh')).toBe('2026-11-24T02:00:00.000Z')
    expect(at('2026-11-24', '00:30', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23T17:30:00.000Z')
    expect(at('2026-07-01', '09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
  })

  it('moves a reading that daylight saving skips on', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('takes nothing else for a day and time', () => {
    expect(at('tomorrow', '09:00', 'Asia/Ho_Chi_Minh')).toBeUndefined()
    expect(at('', '', 'Asia/Ho_Chi_Minh')).toBeUndefined()
    expect(at('2026-11-24', '25:00', 'Asia/Ho_Chi_Minh')).toBeUndefined()
    expect(at('2026-02-30', '09:00', 'Asia/Ho_Chi_Minh')).toBeUndefined()
  })
})
