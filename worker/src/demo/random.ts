/** Chance that falls the same way each time: sfc32 (Chris Doty-Humphrey's PractRand), from a text. */
export class SeededRandom {
  readonly #state: Uint32Array

  constructor(seed: string) {
    // FNV-1a spreads the text over the first words; the warm-up mixes them.
    let hash = 0x811c9dc5
    for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193)
    this.#state = new Uint32Array([hash, hash ^ 0x9e3779b9, 0x243f6a88, 1])
    for (let round = 0; round < 20; round += 1) this.#next()
  }

  /** At least 0, below 1. */
  fraction(): number {
    return this.#next() / 2 ** 32
  }

  /** Both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  /** @throws {RangeError} for an empty list. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.between(0, list.length - 1)]
    if (item === undefined) throw new RangeError('There is nothing to pick from')
    return item
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, place: this.fraction() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  }

  readonly bytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => this.#next() & 0xff)

  #next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state
    const sum = (a + b + counter) >>> 0
    this.#state[0] = b ^ (b >>> 9)
    this.#state[1] = c + (c << 3)
    this.#state[2] = ((c << 21) | (c >>> 11)) + sum
    this.#state[3] = counter + 1
    return sum
  }
}
