const turnstile = 'https://challenges.cloudflare.com'

type Beside = {
  /** Where the merchant keeps its logo, if elsewhere. */
  readonly imageOrigin?: string | undefined
  /** What the page runs; no page but that which confirms runs anything. */
  readonly scripts?: App.Locals['scripts']
}

/** What every page of the portal may do: show its own files and send forms to itself. */
const policy = ({ imageOrigin, scripts }: Beside) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self'${imageOrigin === undefined ? '' : ` ${imageOrigin}`}`,
    "font-src 'self'",
    ...(scripts === undefined ? [] : [`script-src 'self'${from(scripts)}`, "connect-src 'self'"]),
    ...(scripts === 'turnstile' ? [`frame-src ${turnstile}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const from = (scripts: Beside['scripts']): string => (scripts === 'turnstile' ? ` ${turnstile}` : '')

/** Sets the headers of a page. */
export function setPageHeaders(headers: Headers, beside: Beside = {}): void {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policy(beside))
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  // A request's page is stricter about both (src/middleware.ts).
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
}
