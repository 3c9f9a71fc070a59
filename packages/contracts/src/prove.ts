import type { ChallengeView } from './challenge.ts'

type Work = Pick<Extract<ChallengeView, { type: 'proof_of_work' }>, 'challenge'>

/**
 * The value of `X-Camket-Proof` for a proof of work. WebCrypto does it on threads of the browser's own, so the page goes
 * on meanwhile; it is there on pages with https alone.
 */
export async function prove({ challenge }: Work): Promise<string> {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters
  for (let counter = 0; ; counter++) {
    const password = bytesOf(nonce + counter.toString(16).padStart(8, '0'))
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const work = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost }
    const derivedKey = hexOf(await crypto.subtle.deriveBits(work, key, 256))
    if (derivedKey.startsWith(keyPrefix)) {
      return `pow ${btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))}`
    }
  }
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
