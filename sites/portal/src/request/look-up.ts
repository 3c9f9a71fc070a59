import { type Api, getTicket } from '@camket/contracts/client'
import { parseTicketCode } from '@camket/core/ticket-code'
import type { Strings } from '../strings/vi.ts'

type Found = { readonly code: string; readonly merchant: string }
type Missed = { readonly status: number; readonly words: string; readonly retryAfterSeconds?: number }

/**
 * The request of a code as somebody typed it, of `merchant` if one is given; else what to tell them. The status goes
 * on the page with the form, so 200 where there is only something to correct.
 */
export async function lookUp(
  api: Api,
  typed: string,
  words: Strings,
  merchant?: string,
): Promise<Found | Missed> {
  if (typed.trim() === '') return { status: 200, words: words.lookUp.missing }
  const code = parseTicketCode(typed)
  if (code === undefined) return { status: 200, words: words.lookUp.mistyped }
  const found = await getTicket(api, code)
  if (found.ok && (merchant === undefined || found.value.merchant === merchant)) {
    return { code, merchant: found.value.merchant }
  }
  if (found.ok || found.problem.code === 'ticket_not_found') {
    return { status: 404, words: words.lookUp.unknown }
  }
  const { problem, retryAfterSeconds: seconds } = found
  if (problem.code === 'rate_limited') {
    const wait = seconds ?? 60
    return {
      status: 429,
      words: `${words.trouble.rate_limited.text} ${words.trouble.wait(wait)}`,
      retryAfterSeconds: wait,
    }
  }
  return { status: 503, words: words.lookUp.failed }
}
