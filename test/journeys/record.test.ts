import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newVisitor } from './browser.ts'
import { deskFetch, filed, signIn, tick, url } from './over-urls.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'packages/recount/src/main.mjs')
const page_bytes_max = 15_000
const run = promisify(execFile)

type Figures = { due: number; kept: number; missed: number; keptRate: number | null }
type Group = { pledge: string; milestone: string; figures: Figures | null }
type RecordView = { total: Figures | null; pledges: Group[]; to: string }

const recordOf = async (merchant = 'minh-an', days = 365) =>
  (await (await fetch(`${url}/${merchant}/record.json?days=${days}`)).json()) as RecordView

/** What `npx camket-recount` says and how it ends. */
async function recount(...args: string[]): Promise<{ code: number; text: string }> {
  try {
    const { stdout } = await run(process.execPath, [program, ...args])
    return { code: 0, text: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, text: stdout + stderr }
  }
}

/** Camket behind a proxy that tells something else about the record. */
async function lying(change: (path: string, body: string) => string) {
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const answer = await fetch(url + path)
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(change(path, await answer.text()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/minh-an`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

test('anybody recounts the record of both shops from their lists, and it agrees', async () => {
  for (const address of [`${url}/minh-an`, `${url}/vi/song-xanh/record?days=30`]) {
    const { code, text } = await recount(address)
    expect([code, text]).toEqual([0, expect.stringContaining('Everything agrees')])
  }
})

test('after requests are answered, missed, withdrawn and opened again the record still agrees with its list', async () => {
  const cookie = await signIn('owner@minh-an.example')
  const act = (code: string, path: string, body: Record<string, unknown>) =>
    deskFetch(`/tickets/${code}/${path}`, cookie, { method: 'POST', body: { ...body, seenSequence: 1_000 } })
  const customer = (code: string, key: string, path: string, body: object) =>
    fetch(`${url}/api/v1/tickets/${code}/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const [answered, missed, withdrawn] = [await filed(), await filed(), await filed()]
  await act(answered.code, 'replies', { text: 'Dạ em chào chị.' })
  await act(answered.code, 'resolution', { outcome: 'repaired', text: 'Đã sửa xong.' })
  await customer(answered.code, answered.key, 'messages', { text: 'Lại hỏng rồi.' })
  await customer(withdrawn.code, withdrawn.key, 'withdrawal', {})
  const due = new Date(missed.deadlines[0]?.dueAt ?? '')
  await tick(new Date(due.getTime() + 1_000))
  await tick(new Date(due.getTime() + 1_000))
  const { code, text } = await recount('--json', `${url}/minh-an`)
  const result = JSON.parse(text) as { agrees: boolean; compared: number; differences: unknown[] }
  expect(result).toMatchObject({ agrees: true, differences: [] })
  expect([code, result.compared > 1_000]).toEqual([0, true])
})

test('a recount finds a figure that was made better and a miss that was left out', async () => {
  const better = await lying((_path, body) => body.replace(/"missed":[1-9]\d*/, '"missed":0'))
  const found = await recount(better.address)
  expect([found.code, found.text]).toEqual([1, expect.stringMatching(/missed: published 0, recounted [1-9]/)])
  await better.stop()

  const withoutMiss = await lying((path, body) => {
    if (!path.includes('/events')) return body
    const page = JSON.parse(body) as { events: { outcome: string }[] }
    return JSON.stringify({ ...page, events: page.events.filter(({ outcome }) => outcome !== 'missed') })
  })
  expect((await recount(withoutMiss.address)).code).toBe(1)
  await withoutMiss.stop()
})

test('what cannot be recounted is told, and is not called wrong', async () => {
  for (const [address, why] of [
    [`${url}/nobody-here`, '404'],
    ['http://127.0.0.1:9/minh-an', 'could not be reached'],
    ['minh-an', 'such as https://'],
  ] as const) {
    const { code, text } = await recount(address)
    expect([code, text]).toEqual([2, expect.stringContaining(why)])
  }
})

test('the example of its README does what it says', async () => {
  const readme = await readFile(join(root, 'packages/recount/README.md'), 'utf8')
  const [, address = ''] = /npx camket-recount (\S+)/.exec(readme) ?? []
  const { code, text } = await recount(address.replace('http://localhost:8787', url))
  const [, told = ''] = /```\n(minh-an at [\s\S]*?)```/.exec(readme) ?? []
  const shape = (words: string) => words.replaceAll(/http:\S+/g, '').replaceAll(/\d+/g, '0')
  expect(code).toBe(0)
  expect(shape(text)).toBe(shape(told))
})

test('the page of the record is small, has no script, and says what the figures say', async () => {
  // Others file, answer and set the clock meanwhile: the page is held against figures that stand before and after it.
  const seen = async () => {
    const { total, pledges } = await recordOf()
    const response = await fetch(`${url}/minh-an/record?days=365`)
    return { total, pledges, html: await response.text(), headers: response.headers }
  }
  const what = ({ headers: _, ...told }: Awaited<ReturnType<typeof seen>>) => JSON.stringify(told)
  let before = await seen()
  for (let now = await seen(); what(now) !== what(before); now = await seen()) before = now
  const { total, pledges, html, headers } = before
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(html).not.toContain('<script')
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
  const texts = await Promise.all(styles.map(async (href) => (await fetch(url + href)).text()))
  expect(texts.length).toBeGreaterThan(1)
  const bytes = [html, ...texts].reduce((sum, text) => sum + gzipSync(text).length, 0)
  console.log(`record page with its styles: ${bytes} B gzip, document ${gzipSync(html).length} B`)
  expect(bytes).toBeLessThanOrEqual(page_bytes_max)

  const percent = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
  expect(html).toContain(`${percent.format((total?.keptRate ?? 0) * 100)}\u00a0%`)
  const isHidden = ({ milestone, figures }: Group) => figures === null && milestone !== 'remedy_settled'
  expect(/>dưới 5 lần</.test(html)).toBe(pledges.some(isHidden))
})

test('windows are links, the chart has its numbers beside it, and each clause shows how often it was kept', async () => {
  const visitor = await newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an`)
  expect(await page.locator('#warranty-first-reply .rate').textContent()).toMatch(/% giữ/)
  await page.getByRole('link', { name: 'Kết quả' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cam kết được giữ ra sao' }).waitFor()
  await page.getByRole('link', { name: '1 năm' }).click()
  expect(page.url()).toBe(`${url}/minh-an/record?days=365`)
  expect(await page.getByRole('link', { name: '1 năm' }).getAttribute('aria-current')).toBe('page')
  const chart = page.getByRole('img', { name: 'Tỷ lệ giữ cam kết theo tháng' })
  expect(await chart.locator('desc').textContent()).toMatch(/\d{2}\/\d{4} [\d,]+\u00a0%/)
  const table = page.getByRole('table', { name: 'Tỷ lệ giữ cam kết theo tháng' })
  expect(await table.getByRole('row').count()).toBeGreaterThan(3)
  const { total } = await recordOf('minh-an', 365)
  expect(await page.getByText(`trong ${total?.due} lần tới hạn`).isVisible()).toBe(true)
  await visitor.close()
})

test('the figures are there for programs: JSON to any origin, CSV with a row for each month and pledge', async () => {
  const json = await fetch(`${url}/minh-an/record.json`)
  expect(json.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const csv = await fetch(`${url}/minh-an/record.csv?days=30`)
  expect(csv.headers.get('Content-Type')).toContain('text/csv')
  const [head = '', ...rows] = (await csv.text()).trimEnd().split('\r\n')
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length)
  const { to } = await recordOf('minh-an', 30)
  expect(rows.some((row) => row.split(',')[0]?.endsWith(`/${to}`))).toBe(true)
  expect((await fetch(`${url}/nobody-here/record`)).status).toBe(404)
})
