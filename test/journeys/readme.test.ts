import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newVisitor } from './browser.ts'
import { shopUrl, status, url } from './over-urls.ts'

const root = join(import.meta.dirname, '../..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const widgetReadme = await readFile(join(root, 'packages/widget/README.md'), 'utf8')
const run = promisify(execFile)

/** The code blocks of a language in a text. */
const blocks = (language: string, text = readme) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '')

test('the example of the API files a request, when it is run as it stands', async () => {
  const [example] = blocks('js')
  const code = example?.replaceAll('http://localhost:8787', url) ?? ''
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code])
  const [filed = '', statusUrl, dueAt = ''] = stdout.trim().split(' ')
  expect(await status(filed)).toMatchObject({ kind: 'warranty', status: 'new', deadlines: [{ dueAt }, {}] })
  expect((await fetch(statusUrl ?? '')).status).toBe(200)
})

test('the script tag of the example is served, to pages of any origin', async () => {
  const [example] = blocks('html')
  const src = /src="([^"]+)"/.exec(example ?? '')?.[1] ?? ''
  const response = await fetch(src.replace('http://localhost:8787', url))
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toContain('javascript')
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('every command that is named is a script of package.json', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, script]) => script ?? '')
  expect(named.length).toBeGreaterThan(3)
  for (const script of named) expect(scripts).toHaveProperty(script)
})

/** A page on the shop's origin that holds just this, with Camket's own address in it. */
async function pageOf(body: string) {
  const visitor = await newVisitor({ bypassCSP: true })
  const page = await visitor.newPage()
  // A page of the shop without its own script tag.
  await page.route('**/w/camket.js', (route) => route.abort())
  await page.goto(`${shopUrl}/song-xanh`)
  await page.unrouteAll()
  const html = body.replaceAll('https://HOST', url)
  await page.setContent(`<!doctype html><html lang="vi"><title>Ví dụ</title><body>${html}</body></html>`)
  return { page, close: () => visitor.close() }
}

test("the widget's examples do what they say: a launcher, a panel in the page, a call before it has loaded, a link", async () => {
  const [launcher = '', inline = '', link = ''] = blocks('html', widgetReadme)
  const [script = ''] = blocks('js', widgetReadme)
  const first = await pageOf(launcher)
  await first.page.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).waitFor()
  await first.close()

  const second = await pageOf(inline)
  await second.page.getByRole('button', { name: /^Bảo hành/ }).waitFor()
  await second.close()

  const third = await pageOf(`<script>${script}</script>${launcher}`)
  await third.page.getByRole('heading', { name: 'Yêu cầu bảo hành' }).waitFor()
  await third.close()

  const fourth = await pageOf(link)
  await fourth.page.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).waitFor()
  await fourth.page.getByRole('link', { name: 'Báo máy hư' }).click()
  await fourth.page.getByRole('heading', { name: 'Yêu cầu bảo hành' }).waitFor()
  await fourth.close()
})
