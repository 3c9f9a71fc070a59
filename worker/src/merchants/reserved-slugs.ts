/** First segments of addresses that are ours, or may be once. Files have a dot, and no slug has one. */
const reserved = new Set([
  'about',
  'account',
  'admin',
  'api',
  'assets',
  'camket',
  'cdn-cgi',
  'desk',
  'docs',
  'fonts',
  'healthz',
  'help',
  'images',
  'legal',
  'privacy',
  'requests',
  'security',
  'sign-in',
  'static',
  'status',
  'terms',
  'well-known',
  'widget',
  'www',
])

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** `/{lang}/…` is a merchant's page in another language; shorter ones have two letters. */
const languageAndRegion = /^[a-z]{2}-[a-z]{2}$/

/** Whether a merchant may live at `/{slug}`: no path of ours, and nothing that reads as a language. */
export function isFreeSlug(text: string): boolean {
  const isShaped = slug.test(text) && text.length >= 3 && text.length <= 60
  return isShaped && !reserved.has(text) && !languageAndRegion.test(text)
}
