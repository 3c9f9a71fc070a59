const year_seconds = 31_536_000

/**
 * Where Camket is public under https, sends whoever comes without it there: Cloudflare serves both unless a zone is
 * told otherwise, and keys in plain text are anybody's. Undefined for a request that is as it should be.
 */
export function redirectToHttps({ url }: Pick<Request, 'url'>, publicUrl: string): Response | undefined {
  const asked = new URL(url)
  if (!isSecure(publicUrl) || asked.protocol !== 'http:') return undefined
  asked.protocol = 'https:'
  const headers = { Location: asked.href, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
  return new Response(null, { status: 308, headers })
}

/** Has browsers come by https from then on (RFC 6797), for this host alone. */
export function withStrictTransport(answer: Response, publicUrl: string): Response {
  if (!isSecure(publicUrl)) return answer
  const strict = new Response(answer.body, answer)
  strict.headers.set('Strict-Transport-Security', `max-age=${year_seconds}`)
  return strict
}

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')
