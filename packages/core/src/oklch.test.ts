import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexFromLinear, linearFromHex, linearFromOklch, oklchFromLinear } from './oklch.ts'

describe('Oklch', () => {
  it.each([
    ['#ff0000', 0.62796, 0.25768, 29.234],
    ['#00ff00', 0.86644, 0.29483, 142.495],
    ['#0000ff', 0.45201, 0.31321, 264.052],
  ])('of %s has the values that browsers give', (hex, lightness, chroma, hueDegrees) => {
    const read = oklchFromLinear(linearFromHex(hex))
    expect(read.lightness).toBeCloseTo(lightness, 3)
    expect(read.chroma).toBeCloseTo(chroma, 3)
    expect(((read.hueRadians * 180) / Math.PI + 360) % 360).toBeCloseTo(hueDegrees, 1)
  })

  it('leads every colour there and back', () => {
    const colours = fc
      .integer({ min: 0, max: 0xffffff })
      .map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colours, (hex) => {
        expect(hexFromLinear(linearFromOklch(oklchFromLinear(linearFromHex(hex))))).toBe(hex)
      }),
      { numRuns: 500 },
    )
  })
})
