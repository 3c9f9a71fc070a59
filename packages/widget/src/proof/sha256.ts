/** The state of SHA-256 after some whole blocks: eight words. */
export type Sha256State = Int32Array<ArrayBuffer>

const primes = firstPrimes(64)
const fraction = (number: number) => ((number - Math.floor(number)) * 2 ** 32) | 0
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
export const initialState: Sha256State = Int32Array.from(primes.slice(0, 8), (prime) =>
  fraction(Math.sqrt(prime)),
)

const schedule = new Int32Array(64)

/** The state after one more block of sixteen words. */
export function compress(state: Sha256State, block: ArrayLike<number>): Sha256State {
  const w = schedule
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      w[i] = block[i] as number
      continue
    }
    const early = w[i - 15] as number
    const late = w[i - 2] as number
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    w[i] = ((w[i - 16] as number) + small + (w[i - 7] as number) + large) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i++) {
    const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + mixed + ((e & f) ^ (~e & g)) + (rounds[i] as number) + (w[i] as number)) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  return Int32Array.from(next, (word, i) => word + (state[i] as number))
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
