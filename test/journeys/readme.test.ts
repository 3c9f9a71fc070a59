import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { status, url } from './over-urls.ts'

const root = join(import.meta.dirname, '../..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const run = promisify(execFile)

/** The code blocks of a language. */
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code]) => code ?? '',
  )

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
