import type { ChallengeView } from './challenge.ts'

type Work = Pick<Extract<ChallengeView, { type: 'proof_of_work' }>, 'challenge'>

/**
 * The value of `X-Camket-Proof` for a proof of work. WebCrypto does it on threads of the browser's own, so the page goes
 * on meanwhile; it is there on pages with https alone.
 */
export async function prove({ challenge }: Work): Promise<string> {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters
  const password = bytesOf(`${nonce}00000000`)
  const view = new DataView(password.buffer)
  const work = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: cost }
  for (let counter = 0; ; counter++) {
    view.setUint32(password.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(work, key, keyBits)))
    if (derivedKey.startsWith(keyPrefix)) {
      return `pow ${btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))}`
    }
  }
}

const keyBits = 256

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
