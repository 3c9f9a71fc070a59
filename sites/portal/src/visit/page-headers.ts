/** What every page of the portal may do: show its own files and send forms to itself. There is no script at all. */
const policy = (imageOrigin: string | undefined) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self'${imageOrigin === undefined ? '' : ` ${imageOrigin}`}`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Sets the headers of a page; `imageOrigin` is where the merchant keeps its logo, if elsewhere. */
export function setPageHeaders(headers: Headers, imageOrigin?: string): void {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policy(imageOrigin))
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  // A request's page is stricter about both (src/middleware.ts).
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
}
