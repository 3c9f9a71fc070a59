import { limits } from '@camket/contracts'
import { isLoopback } from './normalize-origin.ts'

type Visit = {
  /** Sites that the merchant lists: no other is asked, not by a redirect either. */
  readonly allowedOrigins: readonly string[]
  /** Only on a developer's machine: sites of that machine may be asked. */
  readonly mayLoopBack: boolean
  readonly fetch: (request: Request) => Promise<Response>
}
export type Refusal = 'origin_not_listed' | 'https_needed' | 'private_address'

/** Why a page is not asked for; undefined for one that is. */
export function refusalOf(
  url: URL,
  { allowedOrigins, mayLoopBack }: Omit<Visit, 'fetch'>,
): Refusal | undefined {
  if (isLoopback(url)) {
    if (!mayLoopBack) return 'private_address'
  } else {
    if (isPrivate(url.hostname)) return 'private_address'
    if (url.protocol !== 'https:') return 'https_needed'
  }
  return allowedOrigins.includes(url.origin) ? undefined : 'origin_not_listed'
}

/** Addresses and names that are nobody's on the internet. */
function isPrivate(hostname: string): boolean {
  if (hostname.startsWith('[')) return true
  if (/^\d+(\.\d+){3}$/.test(hostname)) return true
  return !hostname.includes('.') || /\.(?:local|internal|lan|home|arpa|intranet|test|invalid)$/.test(hostname)
}

/**
 * A page of a site, with at most `site_check_redirects_max` redirects, in `site_check_seconds`, and no more of it than
 * `site_check_bytes_max`. Undefined when no answer came, or one that leads elsewhere.
 */
export async function fetchPage(start: URL, visit: Visit): Promise<{ url: URL; page: Response } | undefined> {
  const signal = AbortSignal.timeout(limits.site_check_seconds * 1000)
  let url = start
  for (let redirects = 0; redirects <= limits.site_check_redirects_max; redirects++) {
    if (refusalOf(url, visit)) return undefined
    const headers = { Accept: 'text/html', 'User-Agent': 'Camket site check' }
    try {
      const answer = await visit.fetch(new Request(url, { headers, redirect: 'manual', signal }))
      const to = answer.headers.get('Location')
      if (answer.status < 300 || answer.status > 399 || to === null) return { url, page: bounded(answer) }
      await answer.body?.cancel()
      const next = URL.parse(to, url)
      if (!next) return undefined
      url = next
    } catch {
      return undefined
    }
  }
  return undefined
}

/** Reads no further than a page may be long; what the widget needs stands near its beginning or end. */
function bounded(answer: Response): Response {
  if (!answer.body) return answer
  let left_bytes: number = limits.site_check_bytes_max
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left_bytes))
      left_bytes -= chunk.byteLength
      if (left_bytes <= 0) controller.terminate()
    },
  })
  return new Response(answer.body.pipeThrough(cut), answer)
}
