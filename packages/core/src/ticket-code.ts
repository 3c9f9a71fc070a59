// A ticket's public code, `CK-7F3K-9M2Q-XA4D`: twelve symbols of Crockford's base 32 (https://www.crockford.com/base32.html),
// which has no I, L, O and U. The first is the shard, ten are random, the last checks the others.

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolCount = 12
const randomCount = 10

/**
 * A new code of a shard.
 * @param shard 0 to 31.
 * @param random gives so many random bytes; their low five bits are used, so every symbol is equally likely.
 * @throws {RangeError} when there is no such shard, or `random` gives another number of bytes.
 */
export function makeTicketCode(shard: number, random: (count: number) => Uint8Array): string {
  if (!Number.isInteger(shard) || shard < 0 || shard >= symbols.length) {
    throw new RangeError(`A shard is a whole number from 0 to ${symbols.length - 1}, not ${shard}.`)
  }
  const bytes = random(randomCount)
  if (bytes.length !== randomCount) throw new RangeError(`A ticket code needs ${randomCount} random bytes.`)
  const values = [shard, ...Array.from(bytes, (byte) => byte % symbols.length)]
  return written([...values, timesAlpha(weightedSum(values))])
}

/**
 * The code in its canonical form, or undefined when the text is none. Read leniently, as people copy it from a
 * sticker or say it on the phone: lower case, O for 0, I and L for 1, without or with other dashes and spaces, and
 * without `CK`.
 */
export function parseTicketCode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')
  const unprefixed = bare.length === symbolCount + 2 && bare.startsWith('CK') ? bare.slice(2) : bare
  if (unprefixed.length !== symbolCount) return undefined
  const values = Array.from(unprefixed.replaceAll('O', '0').replace(/[IL]/g, '1'), (symbol) =>
    symbols.indexOf(symbol),
  )
  if (values.includes(-1) || weightedSum(values) !== 0) return undefined
  return written(values)
}

/**
 * The sum over GF(32) of each value times a power of alpha; the last value's weight is 1. A valid code sums to 0.
 * Alpha has order 31, so twelve weights are distinct and none is 0: changing one symbol, or swapping any two that
 * differ, always changes the sum.
 */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesAlpha(sum) ^ value, 0)
}

/** Multiplies by alpha in GF(32) = GF(2)[alpha] / (alpha^5 + alpha^2 + 1). */
function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled > 31 ? doubled ^ 0b100101 : doubled
}

function written(values: readonly number[]): string {
  const text = values.map((value) => symbols.charAt(value)).join('')
  return `CK-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
