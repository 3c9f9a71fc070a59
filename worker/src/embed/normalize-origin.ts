type Refused = { readonly refused: 'not_an_origin' | 'https_needed' }

/**
 * Scheme, host and port of a site as somebody typed or pasted it: `shop.vn`, `https://shop.vn/a?b`. A page in plain
 * text may embed nothing, unless it is on the developer's own machine.
 */
export function normalizeOrigin(text: string): { readonly origin: string } | Refused {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.parse(whole)
  if (!url || !/^https?:$/.test(url.protocol)) return { refused: 'not_an_origin' }
  if (url.username !== '' || url.password !== '') return { refused: 'not_an_origin' }
  if (isLoopback(url)) return { origin: url.origin }
  if (!/^[^.].*\.[^.]+$/.test(url.hostname) || url.hostname.includes('*')) return { refused: 'not_an_origin' }
  return url.protocol === 'https:' ? { origin: url.origin } : { refused: 'https_needed' }
}

/** The machine that the browser itself runs on. */
export const isLoopback = ({ hostname }: Pick<URL, 'hostname'>): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname)
