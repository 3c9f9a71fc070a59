import { type ChallengeView, limits } from '@camket/contracts'
import * as z from 'zod'
import { hmac } from '../hmac.ts'

/** How much work it is: some 0.2 s on a laptop, about a second on a cheap phone; once for a request. */
const cost = 2_000
const counterLeast = 60
const counterMost = 160

type Work = Omit<Extract<ChallengeView, { type: 'proof_of_work' }>, 'pass' | 'url'>
type About = {
  /** The deployment's secret. */
  readonly secret: string
  /** What is solved for one merchant is nothing to another. */
  readonly merchantId: string
  readonly now: Date
}

/** A new challenge; `instead`: also taken where Turnstile is asked for, because that could not be reached. */
export async function newChallenge(
  { secret, merchantId, now }: About,
  { instead = false }: { readonly instead?: boolean } = {},
): Promise<Work> {
  const { createChallenge, randomInt } = await import('altcha-lib')
  const { deriveKey } = await import('altcha-lib/algorithms/pbkdf2')
  const { parameters, signature = '' } = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(counterMost, counterLeast),
    deriveKey,
    data: { merchant: merchantId, ...(instead && { instead }) },
    expiresAt: new Date(now.getTime() + limits.challenge_minutes * 60_000),
    ...(await secretsOf(secret)),
  })
  return {
    type: 'proof_of_work',
    challenge: { parameters: parameters as Work['challenge']['parameters'], signature },
  }
}

const solved = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
      data: z.record(z.string(), z.union([z.string(), z.boolean()])),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: z.string().regex(/^[0-9a-f]{64}$/) }),
})

/** What was proved: by its nonce it is known again. Undefined for what proves nothing, or does no more. */
export async function provenBy(
  text: string,
  { secret, merchantId, now }: About,
): Promise<{ readonly nonce: string; readonly expiresAt: Date; readonly instead: boolean } | undefined> {
  const proof = solved.safeParse(jsonIn(text))
  if (!proof.success) return undefined
  const { challenge, solution } = proof.data
  const { nonce, expiresAt, data } = challenge.parameters
  if (expiresAt * 1000 <= now.getTime() || data.merchant !== merchantId) return undefined
  const { verifySolution } = await import('altcha-lib')
  const { deriveKey } = await import('altcha-lib/algorithms/pbkdf2')
  try {
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      ...(await secretsOf(secret)),
    })
    return verified
      ? { nonce, expiresAt: new Date(expiresAt * 1000), instead: data.instead === true }
      : undefined
  } catch {
    return undefined
  }
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(base64)))
  } catch {
    return undefined
  }
}

async function secretsOf(secret: string) {
  const [challenge, key] = await Promise.all([hmac(secret, 'challenge'), hmac(secret, 'challenge key')])
  return { hmacSignatureSecret: challenge.toHex(), hmacKeySignatureSecret: key.toHex() }
}
