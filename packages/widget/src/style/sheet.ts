/**
 * A constructable style sheet: the only kind that works under a page's `style-src 'self'`. `media` limits it as a
 * whole, so that one sheet can hold the dark colours.
 */
export function sheet(css: string, media?: string): CSSStyleSheet {
  const made = new CSSStyleSheet(media === undefined ? {} : { media })
  made.replaceSync(css)
  return made
}
