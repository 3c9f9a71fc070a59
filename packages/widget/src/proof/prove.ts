// What is loaded when a merchant's traffic looks like abuse, and solves what is asked then.
import type { ChallengeView } from '@camket/contracts'
import { deriveInSlices } from './derive-in-slices.ts'

type Work = Extract<ChallengeView, { type: 'proof_of_work' }>
type Derive = (
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  cost: number,
) => Promise<Uint8Array>

/**
 * The value of `X-Camket-Proof` for a challenge. A Worker of ours cannot be had on a merchant's page: its script would
 * have to come from the page's own origin, and `blob:` is forbidden by a strict policy. The browser's own threads do
 * the work instead, by WebCrypto; where that is missing (pages without https) it is done between the page's own turns.
 */
export async function prove({ challenge }: Work, derive: Derive = deriveKey): Promise<string> {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters
  const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0])
  const view = new DataView(password.buffer)
  for (let counter = 0; ; counter++) {
    view.setUint32(password.length - 4, counter)
    const derivedKey = hexOf(await derive(password, bytesOf(salt), cost))
    if (derivedKey.startsWith(keyPrefix)) {
      return `pow ${btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))}`
    }
  }
}

const deriveKey: Derive = (password, salt, cost) =>
  crypto.subtle ? deriveInThreads(password, salt, cost) : deriveInSlices(password, salt, cost)

async function deriveInThreads(
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    keyBits,
  )
  return new Uint8Array(bits)
}

const keyBits = 256

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
