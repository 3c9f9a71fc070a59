const reserved = new Set([
  'api',
  'assets',
  'desk',
  'w',
  'healthz',
  'robots.txt',
  'sitemap.xml',
  'favicon.ico',
  'well-known',
  'cdn-cgi',
  'camket',
  'status',
  'requests',
  'about',
  'help',
  'docs',
  'sign-in',
  'admin',
  'www',
])

/** Whether a merchant may live at `/{slug}`: no path of ours, and no language (two letters, perhaps with a region). */
export function isFreeSlug(slug: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length >= 3 && slug.length <= 60 && !reserved.has(slug)
}
