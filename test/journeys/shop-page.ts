import type { BrowserContextOptions, Page } from 'playwright-core'
import { complaintsOf, newVisitor } from './browser.ts'
import { shopUrl, url } from './over-urls.ts'

export const snippet = `<script async src="${url}/w/camket.js" data-merchant="minh-an"></script>`

/** The strictest policy that the widget promises to work under, without exceptions for anything of its own but its origin. */
export const strictPolicy = [
  "default-src 'self'",
  `script-src 'self' ${url}`,
  `connect-src 'self' ${url}`,
  `img-src 'self' ${url}`,
  "style-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

type Options = BrowserContextOptions & { readonly policy?: string; readonly scripts?: string }

/**
 * A page of the shop's origin that holds just this; `scripts` is what its `/shop.js` says, so that it runs under a
 * strict policy too. `newTab` opens the same once more, for the same visitor.
 */
export async function shopPage(
  body: string,
  { policy, scripts = '', ...options }: Options = {},
): Promise<{ page: Page; newTab: () => Promise<Page>; complaints: string[]; close: () => Promise<void> }> {
  const visitor = await newVisitor(options)
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cửa hàng</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/pictures/washer.svg"></head>
    <body><main><h1>Cửa hàng</h1></main><script src="/shop.js"></script>${body}</body></html>`
  const headers = policy ? { 'content-security-policy': policy } : {}
  await visitor.route(`${shopUrl}/trang`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }),
  )
  await visitor.route(`${shopUrl}/shop.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: scripts }),
  )
  const newTab = async () => {
    const page = await visitor.newPage()
    await page.goto(`${shopUrl}/trang`)
    return page
  }
  return { page: await newTab(), newTab, complaints: complaintsOf(visitor), close: () => visitor.close() }
}

export const launcherOf = (page: Page) => page.getByRole('button', { name: 'Hỗ trợ & bảo hành' })

/** Writes a short request of advice and leaves it unsent. */
export async function writeSuggestion(page: Page, message: string): Promise<void> {
  await page.getByRole('button', { name: /^Góp ý/ }).click()
  await page.getByLabel(/Quý khách góp ý điều gì/).fill(message)
  await page.getByLabel(/Họ và tên/).fill('Lê Minh Châu')
  await page.getByLabel(/^Email/).fill('chau@khach.example')
}
