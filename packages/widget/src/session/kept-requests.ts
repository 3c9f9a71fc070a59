import type { Kind } from '@camket/core/vocabulary'
import { readStored, writeStored } from './store.ts'

/** A request that was filed from this device; the key opens its conversation. */
export type KeptRequest = {
  readonly code: string
  readonly key: string
  readonly kind: Kind
  readonly subject: string
  readonly filedAt: string
}

const requests_max = 20
const keyOf = (merchant: string) => `camket:${merchant}:requests`

/** Newest first. */
export function keptRequests(merchant: string): readonly KeptRequest[] {
  const stored = readStored<KeptRequest[]>(keyOf(merchant))
  return Array.isArray(stored) ? stored : []
}

export function keepRequest(merchant: string, request: KeptRequest): void {
  const others = keptRequests(merchant).filter(({ code }) => code !== request.code)
  writeStored(keyOf(merchant), [request, ...others].slice(0, requests_max))
}

export function forgetRequest(merchant: string, code: string): void {
  writeStored(
    keyOf(merchant),
    keptRequests(merchant).filter((request) => request.code !== code),
  )
}
