import { defineMiddleware } from 'astro:middleware'
import type { Api } from '@camket/contracts/client'
import { stringsIn } from './strings/strings.ts'
import { pathIn, placeOf, preferredLocale } from './visit/address.ts'
import { openShop, type Shop } from './visit/open-shop.ts'
import { setPageHeaders } from './visit/page-headers.ts'
import { troubleOf } from './visit/trouble.ts'

/**
 * Finds out whose page in which language is asked for. Pages exist once, under `/{merchant}`; the address with a
 * language is rewritten to them, so `Astro.url` is not what the visitor sees: links are made by `shop.href`.
 */
export const onRequest = defineMiddleware(async ({ locals, request, url }, next) => {
  // A page that shows a problem instead comes through here a second time.
  if (locals.trouble) return next()
  const { language, merchant, rest } = placeOf(url.pathname)
  const api = apiOf(locals, request, url)
  // `/ns/…` tells the words of the JSON-LD; it is nobody's, and too short for a merchant's name.
  const isOurs = merchant === undefined || merchant === 'ns'
  const found = isOurs ? undefined : await openShop(api, merchant, language)
  const shop = found?.ok ? found.shop : undefined
  const locale = shop?.locale ?? language ?? preferredLocale(request.headers.get('Accept-Language'))
  locals.visit = { api, locale, words: stringsIn(locale), rest, ...(shop && { shop }) }
  if (shop && language === shop.ownLocale) return moved(pathIn(shop, language, rest), url, rest)
  if (found && !found.ok) locals.trouble = troubleOf(found)
  const response = await next(...rewritten())
  if (isRequest(rest)) keepPrivate(response.headers)
  return withHeaders(response, { shop, request, scripts: locals.scripts })

  function rewritten(): [string] | [] {
    if (locals.trouble) return ['/problem']
    return language ? [`${merchant === undefined ? '/' : `/${merchant}${rest}`}${url.search}`] : []
  }
})

/** The API of this Worker in process, asked on behalf of the visitor: its limits count the visitor's address. */
function apiOf({ cfContext }: App.Locals, request: Request, { origin }: URL): Api {
  const address = request.headers.get('CF-Connecting-IP')
  return {
    base: origin,
    fetch: (asked) => cfContext.api(asked),
    ...(address !== null && { headers: { 'CF-Connecting-IP': address } }),
  }
}

/** A merchant's own language has the short address, and one page has one address. */
function moved(path: string, { search }: URL, rest: string): Response {
  const headers = new Headers({ Location: `${path}${search}` })
  if (isRequest(rest)) keepPrivate(headers)
  return new Response(null, { status: 301, headers })
}

const isRequest = (rest: string): boolean => rest.startsWith('/requests/')

/** A request's page shows what only one person may read, and its address may carry the key: it goes nowhere else. */
function keepPrivate(headers: Headers): void {
  headers.set('Cache-Control', 'private, no-store')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer')
  headers.set('X-Robots-Tag', 'noindex')
}

type Around = {
  readonly shop: Shop | undefined
  readonly request: Request
  readonly scripts: App.Locals['scripts']
}

function withHeaders(response: Response, { shop, request, scripts }: Around): Response {
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response
  // Whatever page says that it was too much, a program reads in its headers when to come again.
  if (response.status === 429 && !response.headers.has('Retry-After'))
    response.headers.set('Retry-After', '60')
  const logo = shop?.config.logoUrl
  const imageOrigin = logo === undefined ? undefined : new URL(logo, request.url).origin
  setPageHeaders(response.headers, { imageOrigin, scripts })
  return response
}
