import { describe, expect, it } from 'vitest'
import { countVitest } from './run-check.ts'

const report = (passed: number, total: number) =>
  JSON.stringify({ numPassedTests: passed, numTotalTests: total, numPendingTests: 0 })

describe('a vitest run counts', () => {
  it('its tests one by one', () => {
    expect(countVitest(0, '', report(12, 12))).toMatchObject({ passed: 12, failed: 0 })
    expect(countVitest(1, '', report(10, 12))).toMatchObject({ passed: 10, failed: 2 })
  })

  it('a test that was switched off as failed', () => {
    expect(countVitest(0, '', report(11, 12))).toMatchObject({ passed: 11, failed: 1 })
  })

  it('as failed if there was no test at all', () => {
    expect(countVitest(0, '', report(0, 0))).toMatchObject({ passed: 0, failed: 1 })
  })

  it('as failed if it broke outside its tests, or wrote no report', () => {
    expect(countVitest(1, '', report(12, 12))).toMatchObject({ passed: 12, failed: 1 })
    expect(countVitest(0, 'crash', undefined)).toMatchObject({ passed: 0, failed: 1 })
  })
})
