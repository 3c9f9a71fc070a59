import type { SiteCheckView } from '@camket/contracts'
import { raise } from '../http/raise.ts'
import type { Merchant } from '../merchants/store.ts'
import { blockedBy } from './content-policy.ts'
import { fetchPage, type Refusal, refusalOf } from './fetch-page.ts'
import { lookForWidget } from './look-for-widget.ts'
import { isLoopback } from './normalize-origin.ts'

const told: Record<Refusal, string> = {
  origin_not_listed: 'Add this site to those that may embed the widget, save, then check again.',
  https_needed: 'Give the address that begins with https://.',
  private_address: 'Give an address that everybody can reach.',
}

/** Looks at one page of a merchant's own sites as a visitor would. Raises `invalid_body` for any other. */
export async function checkSite(
  { slug, allowedOrigins }: Pick<Merchant, 'slug' | 'allowedOrigins'>,
  address: string,
  {
    publicUrl,
    fetch,
  }: { readonly publicUrl: string; readonly fetch: (request: Request) => Promise<Response> },
): Promise<SiteCheckView> {
  const { origin } = new URL(publicUrl)
  const visit = { allowedOrigins, mayLoopBack: isLoopback(new URL(publicUrl)), fetch }
  const start = new URL(address)
  start.hash = ''
  const refused = refusalOf(start, visit)
  if (refused) {
    const errors = [{ pointer: '/url', code: refused, message: told[refused] }]
    raise('invalid_body', told[refused], { errors })
  }
  const found = await fetchPage(start, visit)
  const nothing = { url: start.href, merchants: [], blocked: [] }
  if (!found) return { ...nothing, state: 'unreachable' }
  const { page, url } = found
  const answered = { ...nothing, url: url.href, status: page.status }
  if (!page.ok || !page.headers.get('Content-Type')?.includes('html')) {
    await page.body?.cancel()
    return { ...answered, state: 'no_page' }
  }
  const policy = page.headers.get('Content-Security-Policy')
  const { merchants, policies, scriptHasNonce } = await lookForWidget(page, url.href, origin)
  if (merchants.size === 0) return { ...answered, state: 'not_found' }
  return {
    ...answered,
    state: merchants.has(slug) ? 'found' : 'other_merchant',
    merchants: [...merchants].filter((name) => name !== ''),
    blocked: blockedBy([...(policy === null ? [] : [policy]), ...policies], {
      origin,
      page: url.origin,
      scriptHasNonce,
    }),
  }
}
