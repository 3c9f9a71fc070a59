import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTicketCode, parseTicketCode } from './ticket-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codes = fc
  .tuple(fc.integer({ min: 0, max: 31 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([shard, bytes]) => makeTicketCode(shard, () => bytes))
const symbolsOf = (code: string) => Array.from(code.slice(3).replaceAll('-', ''))

describe('a ticket code', () => {
  it('is written in three groups of four, and read as what was written', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^CK(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        expect(parseTicketCode(code)).toBe(code)
      }),
    )
  })

  it('begins with the shard, then one symbol for the low five bits of each random byte', () => {
    const bytes = Uint8Array.of(0, 1, 2, 3, 4, 31, 32, 63, 254, 255)
    expect(symbolsOf(makeTicketCode(17, () => bytes)).slice(0, 11)).toEqual(Array.from('H01234Z0ZYZ'))
  })

  it('has every symbol equally often at a random place', () => {
    const seen = Array.from({ length: 256 }, (_, byte) =>
      symbolsOf(makeTicketCode(0, (count) => new Uint8Array(count).fill(byte))).at(5),
    )
    for (const symbol of alphabet) expect(seen.filter((other) => other === symbol)).toHaveLength(8)
  })

  it('keeps its check symbol for ever, because codes are printed', () => {
    const bytes = Uint8Array.from('7F3K9M2QXA4'.slice(1), (symbol) => alphabet.indexOf(symbol))
    expect(makeTicketCode(7, () => bytes)).toBe('CK-7F3K-9M2Q-XA4M')
  })

  it('is not read when any one of its symbols, the check symbol too, is another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const symbols = symbolsOf(code)
        const accepted = symbols.flatMap((own, place) =>
          Array.from(alphabet)
            .filter((other) => other !== own)
            .map((other) => symbols.with(place, other).join(''))
            .filter((changed) => parseTicketCode(changed) !== undefined),
        )
        expect(accepted).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('is not read when any two of its symbols, near or far, have changed places', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const symbols = symbolsOf(code)
        for (const [a, first] of symbols.entries()) {
          for (const [b, second] of symbols.entries()) {
            const swapped = symbols.with(a, second).with(b, first).join('')
            expect(parseTicketCode(swapped)).toBe(first === second ? code : undefined)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is read in lower case, with O for 0, I and L for 1, other dashes, spaces and no prefix', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const bare = symbolsOf(code).join('')
        const asHeard = code.replaceAll('0', 'o').replaceAll('1', 'L')
        const forms = [
          code.toLowerCase(),
          bare,
          ` ck ${bare} `,
          `CK${bare}`,
          code.replaceAll('-', ' – '),
          asHeard,
          bare.replaceAll('1', 'i').replaceAll('0', 'O').toLowerCase(),
        ]
        for (const form of forms) expect(parseTicketCode(form)).toBe(code)
      }),
    )
  })

  it('that itself begins with C and K is read without its prefix too', () => {
    const code = makeTicketCode(12, (count) => new Uint8Array(count).fill(19))
    expect(code).toMatch(/^CK-CKKK/)
    expect(parseTicketCode(code.slice(3))).toBe(code)
    expect(parseTicketCode(code)).toBe(code)
  })

  it('is not read from anything else', () => {
    const code = makeTicketCode(7, (count) => new Uint8Array(count).fill(9))
    const others = [
      '',
      'CK',
      code.slice(0, -1),
      `${code}0`,
      `CK-${code}`,
      code.replace('9', 'U'),
      `XX${code.slice(2)}`,
    ]
    for (const text of others) expect(parseTicketCode(text)).toBeUndefined()
  })

  it('is not made for a shard that one symbol cannot name, nor with too little randomness', () => {
    const random = (count: number) => new Uint8Array(count)
    for (const shard of [-1, 32, 0.5, Number.NaN])
      expect(() => makeTicketCode(shard, random)).toThrow(RangeError)
    expect(() => makeTicketCode(0, () => new Uint8Array(9))).toThrow(RangeError)
  })
})
