import type { Result } from '@camket/contracts/client'
import type { Kind, Status } from '@camket/core/vocabulary'
import type { Session } from './session.ts'
import { readStored, writeStored } from './store.ts'
import { withToken } from './token.ts'

/** A request that was filed from this device; the key opens its conversation. */
export type KeptRequest = {
  readonly code: string
  /** Empty for one that only the customer's token opens. */
  readonly key: string
  readonly kind: Kind
  readonly subject: string
  readonly filedAt: string
  /** As it stood when this device last heard. */
  readonly status?: Status
  /** When it was last looked at here. */
  readonly seenAt?: string
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

/** Notes what is new of a request, if it is kept. */
export function noteRequest(merchant: string, code: string, news: Partial<KeptRequest>): void {
  const kept = keptRequests(merchant)
  if (!kept.some((request) => request.code === code)) return
  writeStored(
    keyOf(merchant),
    kept.map((request) => (request.code === code ? { ...request, ...news } : request)),
  )
}

export function forgetRequest(merchant: string, code: string): void {
  writeStored(
    keyOf(merchant),
    keptRequests(merchant).filter((request) => request.code !== code),
  )
}

/** Calls with what opens a request: its own key, or the token of the customer whose it is. */
export function withKey<T>(
  session: Pick<Session<unknown>, 'known' | 'emit'>,
  { key }: KeptRequest,
  call: (key: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  return key ? call(key) : withToken(session, (token) => call(token ?? ''))
}
