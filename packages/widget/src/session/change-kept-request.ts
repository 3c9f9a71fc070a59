import { type KeptRequest, keptRequests, setKeptRequests } from './kept-requests.ts'

/** Notes what is new of a request, if it is kept. */
export function noteRequest(merchant: string, code: string, news: Partial<KeptRequest>): void {
  const kept = keptRequests(merchant)
  if (!kept.some((request) => request.code === code)) return
  setKeptRequests(
    merchant,
    kept.map((request) => (request.code === code ? { ...request, ...news } : request)),
  )
}

export function forgetRequest(merchant: string, code: string): void {
  setKeptRequests(
    merchant,
    keptRequests(merchant).filter((request) => request.code !== code),
  )
}
