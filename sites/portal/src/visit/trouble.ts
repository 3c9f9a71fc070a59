import type { Failure } from '@camket/contracts/client'
import type { AstroGlobal } from 'astro'

const kinds = {
  not_found: 404,
  merchant_not_found: 404,
  commitment_not_found: 404,
  ticket_not_found: 404,
  key_wrong: 401,
  rate_limited: 429,
  unavailable: 503,
} as const

/** Why a page cannot be shown. */
export type Trouble = {
  readonly kind: keyof typeof kinds
  readonly status: number
  readonly retryAfterSeconds?: number
}

export function troubleOf({ problem, retryAfterSeconds }: Failure): Trouble {
  const known = Object.keys(kinds).find((kind) => kind === problem.code) as Trouble['kind'] | undefined
  const kind = known ?? 'unavailable'
  return { ...trouble(kind), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
}

export const trouble = (kind: Trouble['kind']): Trouble => ({ kind, status: kinds[kind] })

/** Shows the page about it instead. Its request is a new one, because the body of the first may have been read. */
export function showTrouble(
  page: Pick<AstroGlobal, 'locals' | 'url' | 'rewrite'>,
  what: Trouble,
): Promise<Response> {
  page.locals.trouble = what
  return page.rewrite(new Request(new URL('/problem', page.url)))
}
