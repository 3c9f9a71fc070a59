import { type Api, getChallenge, type Result } from '@camket/contracts/client'
import type { DeliveryState } from '../delivery/delivery.ts'
import { unreachable } from '../photo-picker/upload-file.ts'

const tries_max = 3

/**
 * Calls, and where the answer asks for a proof of work first, makes one and calls again with it: the same request, so
 * `call` must carry the same idempotency key. What makes it is loaded only then. `tell` hears that it is being made.
 */
export async function withProof<T>(
  { api, merchant }: { readonly api: Api; readonly merchant: string },
  tell: (state: DeliveryState) => void,
  call: (proof?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  let result = await call()
  for (let attempt = 0; attempt < tries_max; attempt++) {
    if (result.ok || result.problem.code !== 'challenge_needed') break
    tell({ phase: 'proving' })
    const asked = result.problem.challenge
    const challenge = asked ? { ok: true as const, value: asked } : await getChallenge(api, merchant)
    if (!challenge.ok) return challenge
    // Turnstile is for pages that load it; here it stays refused, in words.
    const work = challenge.value
    if (work.type !== 'proof_of_work') break
    const proof = await import('./prove.ts').then(({ prove }) => prove(work)).catch(() => undefined)
    // It could not be loaded: as when the network is gone, it is tried again.
    if (proof === undefined) return unreachable
    tell({ phase: 'sending' })
    result = await call(proof)
  }
  return result
}
