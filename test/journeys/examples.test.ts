import { readdir, readFile, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type PluginOption } from 'vite'
import { expect, inject, test } from 'vitest'
import { newVisitor } from './browser.ts'
import { shopUrl, url } from './over-urls.ts'
import { launcherOf } from './shop-page.ts'

const root = join(import.meta.dirname, '../..')
const examples = join(root, 'packages/widget/examples')
const { dist } = inject('camket')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
const here = (text: string) => text.replaceAll('https://HOST', url)

/** Opens files as a part of the shop; `HOST` in them is Camket's address. */
async function open(files: ReadonlyMap<string, string>): Promise<{ page: Page; close: () => Promise<void> }> {
  const visitor = await newVisitor()
  const page = await visitor.newPage()
  await page.route(`${shopUrl}/vi-du/**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/vi-du/', '')
    const body = files.get(name)
    if (body === undefined) return route.fulfill({ status: 404 })
    return route.fulfill({ contentType: types[extname(name)] ?? 'text/plain', body: here(body) })
  })
  await page.goto(`${shopUrl}/vi-du/index.html`)
  return { page, close: () => visitor.close() }
}

/** A page with just this in its body. */
const pageWith = (body: string) =>
  open(
    new Map([
      [
        'index.html',
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ví dụ</title><body>${body}</body></html>`,
      ],
    ]),
  )

test('plain HTML: a link that leads to the portal opens the form instead once the script is there', async () => {
  const { page, close } = await open(
    new Map([['index.html', await readFile(join(examples, 'html/index.html'), 'utf8')]]),
  )
  await page.waitForFunction(() => customElements.get('camket-widget') !== undefined)
  expect(await launcherOf(page).isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Báo máy hư' }).click()
  await page.getByRole('heading', { name: 'Yêu cầu bảo hành' }).waitFor()
  expect(page.url()).toBe(`${shopUrl}/vi-du/index.html`)
  await close()
})

test('plain HTML: without the script the link leads to the form of the portal', async () => {
  const html = await readFile(join(examples, 'html/index.html'), 'utf8')
  const { page, close } = await open(new Map([['index.html', html.replace(/<script.*<\/script>/, '')]]))
  await page.getByRole('link', { name: 'Báo máy hư' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(page.url()).toContain('/minh-an/new?kind=warranty')
  await close()
})

async function built(example: string, plugins: PluginOption[] = []): Promise<Map<string, string>> {
  const outDir = join(root, dist, 'examples', example)
  await build({
    root: join(examples, example),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins,
    resolve: { alias: { '@camket/widget': join(root, dist, 'package') } },
    build: { outDir, emptyOutDir: true },
  })
  const names = await readdir(outDir, { recursive: true })
  const files = names.filter((name) => extname(name) !== '')
  const read = files.map(async (name) => [name, await readFile(join(outDir, name), 'utf8')] as const)
  const found = new Map(await Promise.all(read))
  await rm(outDir, { recursive: true })
  return found
}

test.each([
  ['react', async () => []],
  [
    'vue',
    async () => {
      const { default: vue } = await import('@vitejs/plugin-vue')
      return [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'camket-widget' } } })]
    },
  ],
] as const)(
  '%s: the package opens by a button of the page’s own, and tells what was filed',
  async (example, plugins) => {
    const { page, close } = await open(await built(example, await plugins()))
    await page.getByRole('button', { name: 'Góp ý với chúng tôi' }).click()
    await page.getByLabel(/Quý khách góp ý điều gì/).fill(`Từ ${example}.`)
    await page.getByLabel(/Họ và tên/).fill('Lê Minh Châu')
    await page.getByLabel(/^Email/).fill('chau@khach.example')
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    await page.getByText(/Đã gửi: CK-/).waitFor()
    await close()
  },
)

test('WordPress: the plugin puts the launcher on every page, and its shortcode the panel', async () => {
  const php = await readFile(join(examples, 'wordpress/camket.php'), 'utf8')
  const [footer = '', shortcode = ''] = [...php.matchAll(/'(<.*>)'/g)].map(([, html]) => html ?? '')
  const filled = footer.replace('%s', 'https://HOST').replace('%s', 'minh-an')
  const first = await pageWith(filled)
  await launcherOf(first.page).waitFor()
  await first.close()
  const second = await pageWith(shortcode.replace('%s', 'minh-an') + filled)
  await second.page
    .getByRole('button', { name: /^Bảo hành/ })
    .first()
    .waitFor()
  await second.close()
})

const customer: Record<string, string> = { name: 'Nguyễn "Đào"', email: 'dao@k.example', phone: '0912345678' }

test.each(['shopify/camket.liquid', 'haravan/camket.liquid', 'sapo/camket.bwt'])(
  '%s: a customer who is signed in to the shop is not asked who they are',
  async (file) => {
    const theme = await readFile(join(examples, file), 'utf8')
    const html = theme
      .replace(/\{% comment %\}[\s\S]*?\{% endcomment %\}/, '')
      .replace(/\{\{ customer\.(\w+) \| json \}\}/g, (_, name: string) => JSON.stringify(customer[name]))
      .replace(/\{%.*?%\}/g, '')
    const { page, close } = await pageWith(html)
    await launcherOf(page).click()
    await page.getByRole('button', { name: /^Góp ý/ }).click()
    expect(await page.getByLabel(/Họ và tên/).inputValue()).toBe(customer.name)
    expect(await page.getByLabel(/^Email/).inputValue()).toBe(customer.email)
    await close()
  },
)
