import * as z from 'zod'
import { limits } from './limits.ts'

/** For whoever cannot solve it where they are: a page of ours solves it, and whoever holds `pass` goes on with that. */
const confirmation = {
  /** Good for one request, once it was confirmed at `url`. It is told nothing else by. */
  pass: z.string(),
  /** A page for the customer, to be opened in a tab of its own. */
  url: z.string(),
}

/**
 * A proof of work in the format of ALTCHA version 2: find the `counter` (from 0 upwards, at most some hundreds) for which
 * PBKDF2-SHA-256(password = bytes of `nonce` and the counter as a big-endian 32-bit integer, `salt`, `cost` iterations,
 * `keyLength` bytes) begins with `keyPrefix`. All bytes are in hex.
 */
const proofOfWork = z.object({
  type: z.literal('proof_of_work'),
  /** Sent back as it came: it is signed. */
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
      /** Seconds since 1970. */
      expiresAt: z.int(),
    }),
    signature: z.string(),
  }),
  ...confirmation,
})

/**
 * `GET …/challenge`, and the member `challenge` of the problem `challenge_needed`. Filing then says in the header
 * `X-Camket-Proof` either `pow ` and the base64 of the JSON `{ challenge, solution: { counter, derivedKey } }`, or
 * `turnstile ` and what Turnstile gave, or `pass ` and a pass for which one of these was given to `POST …/challenge/passes`.
 * Each works once.
 */
export const challengeView = z.discriminatedUnion('type', [
  proofOfWork,
  z.object({ type: z.literal('turnstile'), siteKey: z.string(), ...confirmation }),
])
export type ChallengeView = z.infer<typeof challengeView>

export const solvePassBody = z.strictObject({ pass: z.string().min(1).max(limits.pass_chars_max) })
