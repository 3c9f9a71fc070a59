import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tokens from '../tokens/tokens.css?raw'
import { accentFor } from './accent.ts'
import { linearFromHex, oklchFromLinear } from './oklch.ts'

const schemes = ['light', 'dark'] as const
const papers = { light: papersIn(0), dark: papersIn(1) }
const hexOf = (rgb: number) => `#${rgb.toString(16).padStart(6, '0')}`
const colours = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 0xffffff }).map(hexOf) },
  { weight: 1, arbitrary: fc.nat(255).map((grey) => hexOf(grey * 0x010101)) },
)
const numRuns = 500

describe("a merchant's accent", () => {
  it('is checked against the papers that the tokens have', () => {
    expect(papers).toEqual({
      light: ['#ffffff', '#f7f6f2', '#efede7'],
      dark: ['#1a1d1f', '#121415', '#0d0f10'],
    })
  })

  it.each(schemes)('can be read on every %s paper, and text on it can be read', (scheme) => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { accent, onAccent } = accentFor(colour, scheme)
        for (const paper of papers[scheme]) expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns },
    )
  })

  it.each(schemes)(
    'that can be read on %s papers stays as it is, so correcting twice is correcting once',
    (scheme) => {
      fc.assert(
        fc.property(colours, (colour) => {
          const { accent } = accentFor(colour, scheme)
          const readable = papers[scheme].every((paper) => contrast(colour, paper) >= 4.5)
          expect(accent === colour).toBe(readable)
          expect(accentFor(accent, scheme).accent).toBe(accent)
        }),
        { numRuns },
      )
    },
  )

  it.each(schemes)('keeps its hue on %s papers, never gains chroma, and grey stays grey', (scheme) => {
    fc.assert(
      fc.property(colours, (colour) => {
        const before = oklchFromLinear(linearFromHex(colour))
        const after = oklchFromLinear(linearFromHex(accentFor(colour, scheme).accent))
        // Eight bits a channel cannot tell more.
        const rounding = 0.01
        const turn = Math.abs(Math.sin((after.hueRadians - before.hueRadians) / 2)) * 2
        expect(turn * after.chroma).toBeLessThan(rounding)
        expect(after.chroma).toBeLessThan(before.chroma + rounding)
      }),
      { numRuns },
    )
  })

  it.each(schemes)('is moved no further than the %s papers ask', (scheme) => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { accent } = accentFor(colour, scheme)
        const least = Math.min(...papers[scheme].map((paper) => contrast(accent, paper)))
        if (accent !== colour) expect(least).toBeLessThan(4.75)
      }),
      { numRuns },
    )
  })

  it('of the house is what the tokens have in the light scheme', () => {
    expect(accentFor('#0B5D4B', 'light')).toEqual({ accent: '#0b5d4b', onAccent: '#ffffff' })
  })

  it('stays as vivid as a screen can show it, and does not fade to grey', () => {
    for (const scheme of schemes) {
      for (const vivid of ['#0000ff', '#ff0000', '#ffee00', '#00ff00', '#ff00ff']) {
        const { accent } = accentFor(vivid, scheme)
        const bytes = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16))
        // At the edge of what can be shown, some channel is all but fully off or on.
        expect(bytes.some((byte) => byte <= 4 || byte >= 251)).toBe(true)
      }
    }
  })

  it('is refused when it is not written as #rrggbb', () => {
    for (const text of ['', 'red', '#0b5', '0b5d4b', '#0b5d4bff', '#0b5d4g']) {
      expect(() => accentFor(text, 'light')).toThrow(RangeError)
    }
  })
})

/** The papers in the first (light) or second (dark) rule of the tokens. */
function papersIn(rule: number): string[] {
  return ['paper', 'ground', 'sunken'].map((name) => {
    const values = Array.from(
      tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g')),
      ([, hex]) => hex,
    )
    return values[rule] ?? ''
  })
}

/** WCAG 2.2 contrast, written a second time so that a slip in the first is seen. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [a, b].map(luminance).sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const weights = [0.2126, 0.7152, 0.0722]
  const bytes = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return bytes.reduce((sum, byte, index) => {
    const share = byte / 255
    const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    return sum + linear * (weights[index] ?? 0)
  }, 0)
}
