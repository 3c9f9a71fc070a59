import { limits } from '@camket/contracts/limits'
import type { Kind, Status } from '@camket/core/vocabulary'
import type { Session } from './session.ts'
import { readStored, removeStored, writeStored } from './store.ts'

/** A request that was filed from this device; the key opens its conversation. */
export type KeptRequest = {
  readonly code: string
  /** Empty for one that only the customer's token opens: of that nothing is kept that another could read. */
  readonly key: string
  readonly kind: Kind
  readonly subject: string
  readonly filedAt: string
  /** As it stood when this device last heard. */
  readonly status?: Status
  /** When it was last looked at here. */
  readonly seenAt?: string
}

const requests_max = limits.unread_codes_max
/** Where it is there, the loader loads the panel without a touch (widget-element.ts). */
const name = 'requests'

/** Newest first. */
export function keptRequests(merchant: string): readonly KeptRequest[] {
  const stored = readStored<KeptRequest[]>(merchant, name)
  return Array.isArray(stored) ? stored : []
}

export const setKeptRequests = (merchant: string, requests: readonly KeptRequest[]): boolean =>
  writeStored(merchant, name, requests)

/** Those that can be opened from here, whoever looks. */
export const openableRequests = (merchant: string): readonly KeptRequest[] =>
  keptRequests(merchant).filter(({ key }) => key)

/** Puts a request before the others; false when it was among them, as when another tab has heard of it first. */
export function keepRequest(
  { merchant, known }: Pick<Session<unknown>, 'merchant' | 'known'>,
  request: KeptRequest,
): boolean {
  const kept = keptRequests(merchant)
  const others = kept.filter(({ code }) => code !== request.code)
  const first = known.identity ? { ...request, key: '', subject: '' } : request
  setKeptRequests(merchant, [first, ...others].slice(0, requests_max))
  return others.length === kept.length
}

/** Something is on its way: should the page go away, it goes on at the next one. */
export function awaitRequest(merchant: string): void {
  setKeptRequests(merchant, keptRequests(merchant))
}

/** Where nothing is on its way and nothing was filed, nobody waits. */
export function awaitNothing(merchant: string): void {
  if (keptRequests(merchant).length === 0) removeStored(merchant, name)
}
