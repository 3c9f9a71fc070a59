import { compress, initialState, type Sha256State } from './sha256.ts'

/** Well under a frame, and under the 50 ms from which a page counts as blocked. */
const slice_millis = 8
const block_words = 16

/**
 * PBKDF2 with HMAC-SHA-256: the first 32 bytes. On the page's own thread, in slices between which it can do all else.
 * `password` of at most 64 bytes, `salt` of at most 51.
 */
export async function deriveInSlices(
  password: Uint8Array,
  salt: Uint8Array,
  cost: number,
): Promise<Uint8Array> {
  const key = wordsOf(password)
  const inner = compress(
    initialState,
    key.map((word) => word ^ 0x36363636),
  )
  const outer = compress(
    initialState,
    key.map((word) => word ^ 0x5c5c5c5c),
  )
  const hmac = (block: ArrayLike<number>) => compress(outer, ended(compress(inner, block)))
  let last = hmac(wordsOf(new Uint8Array([...salt, 0, 0, 0, 1, 0x80]), 64 + salt.length + 4))
  const sum: Sha256State = last.slice()
  let pausedAt = performance.now()
  for (let i = 1; i < cost; i++) {
    last = hmac(ended(last))
    for (let word = 0; word < 8; word++) sum[word] = (sum[word] as number) ^ (last[word] as number)
    if (performance.now() - pausedAt < slice_millis) continue
    await new Promise((done) => setTimeout(done))
    pausedAt = performance.now()
  }
  const bytes = new DataView(new ArrayBuffer(32))
  sum.forEach((word, i) => {
    bytes.setInt32(i * 4, word)
  })
  return new Uint8Array(bytes.buffer)
}

/** A digest as the last block of what is hashed after one block. */
function ended(digest: Sha256State): Int32Array {
  const block = new Int32Array(block_words)
  block.set(digest)
  block[8] = 0x80000000 | 0
  block[15] = (64 + 32) * 8
  return block
}

/** A block, with zeros behind; `hashed_bytes` at its end where it is the last. */
function wordsOf(bytes: Uint8Array, hashed_bytes = 0): Int32Array {
  const block = new Uint8Array(block_words * 4)
  block.set(bytes)
  const view = new DataView(block.buffer)
  const words = Int32Array.from({ length: block_words }, (_, i) => view.getInt32(i * 4))
  if (hashed_bytes) words[block_words - 1] = hashed_bytes * 8
  return words
}
