import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newVisitor, violations } from './browser.ts'
import { url } from './over-urls.ts'

const noScript = { javaScriptEnabled: false }

/** What people see marked in one of the two versions of the clauses on the page. */
const marked = (page: Page, kind: 'del' | 'ins') => page.locator(kind).allTextContents()

test('without script: from the commitment to its versions, and to any two of them side by side', async () => {
  const visitor = await newVisitor(noScript)
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an`)
  await page.getByRole('link', { name: 'các bản khác' }).click()
  await page.getByRole('heading', { level: 1, name: 'Các bản cam kết đã công bố' }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: 'đang có hiệu lực' }).count()).toBe(1)

  await page.getByLabel('Bản trước').selectOption('3')
  await page.getByLabel('Bản sau').selectOption('3')
  await page.getByRole('button', { name: 'So hai bản này' }).click()
  await page.getByRole('alert').getByText('Xin chọn hai bản khác nhau').waitFor()
  // The wrong way round is understood all the same.
  await page.getByLabel('Bản sau').selectOption('2')
  await page.getByRole('button', { name: 'So hai bản này' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bản 3 so với bản 2' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/minh-an/commitment/3/compare/2')

  const clause = page.locator('#warranty-first-reply')
  expect(await clause.locator('del').allTextContents()).toContain('bỏ: 6, hết')
  expect(await clause.locator('ins').allTextContents()).toContain('thêm: 4, hết')
  expect(await page.locator('#partner-first-reply del').count()).toBe(0)
  expect(await page.locator('#partner-first-reply').getByText('Bản 2 không có điều này').isVisible()).toBe(
    true,
  )

  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Version 3 compared with version 2' }).waitFor()
  expect(await marked(page, 'del')).toContain('taken out: 6, end')
  await visitor.close()
})

test('what changed is told by lines as well as by colour, also where colours are the reader’s own', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    const visitor = await newVisitor({ forcedColors, viewport: { width: 1280, height: 900 } })
    const page = await visitor.newPage()
    await page.goto(`${url}/minh-an/commitment/3/compare/2`)
    const lineOf = (kind: string) =>
      page
        .locator(kind)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect([await lineOf('del'), await lineOf('ins')]).toEqual(['line-through', 'underline'])
    const sides = page.locator('#warranty-first-reply .pair > div')
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()]
    expect(left?.y).toBe(right?.y)
    await page.setViewportSize({ width: 360, height: 800 })
    const [above, below] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()]
    expect(above?.x).toBe(below?.x)
    await visitor.close()
  }
})

test('a clause has an address of its own, which is shared by plain links that nobody is told of', async () => {
  const visitor = await newVisitor({ ...noScript, viewport: { width: 1280, height: 700 } })
  const page = await visitor.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.goto(`${url}/minh-an`)
  const clause = page.locator('#complaint-resolution')
  await clause.getByText('Chia sẻ').click()
  const address = `${url}/minh-an/commitment/3#complaint-resolution`
  const own = clause.getByRole('link', { name: address })
  expect(await own.getAttribute('href')).toBe(address)
  const encoded = encodeURIComponent(address)
  const hrefs = await clause
    .locator('.ways a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs).toHaveLength(2)
  expect(hrefs[0]).toMatch(/^mailto:\?subject=/)
  for (const href of hrefs) expect(href).toContain(encoded)
  expect(new Set(asked)).toEqual(new Set([new URL(url).origin]))

  await own.click()
  await page.waitForURL(address)
  const place = await page.locator('#complaint-resolution:target').boundingBox()
  expect(place?.y).toBeGreaterThanOrEqual(0)
  expect(place?.y).toBeLessThan(700)
  await visitor.close()
})

test('each pledge says what it means today, and when it is due again after a day off', async () => {
  const visitor = await newVisitor({ ...noScript, timezoneId: 'America/New_York' })
  const page = await visitor.newPage()
  await page.goto(`${url}/en/minh-an`)
  const preview = await fetch(`${url}/api/v1/merchants/minh-an/deadlines`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      kind: 'warranty',
      locale: 'en',
      channel: 'portal',
      customer: { type: 'consumer' },
    }),
  })
  const { deadlines } = (await preview.json()) as { deadlines: { pledge: string; dueAt: string }[] }
  expect(deadlines.length).toBeGreaterThan(1)
  for (const { pledge, dueAt } of deadlines) {
    const told = await page.locator(`#${pledge} .example time`).first().getAttribute('datetime')
    // The page was made a moment before the preview.
    expect(Math.abs(Date.parse(told ?? '') - Date.parse(dueAt)), pledge).toBeLessThan(120_000)
  }
  expect(await page.getByText(/closed on/).count()).toBeGreaterThan(0)
  await page.goto(`${url}/en/minh-an/commitment/1`)
  expect(await page.locator('.example').count()).toBe(0)
  await visitor.close()
})

test('on paper it is a document: no way about the site, every clause whole, each page says what it is of', async () => {
  const visitor = await newVisitor({ ...noScript, viewport: { width: 1280, height: 900 } })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an`)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of [
    page.getByRole('banner'),
    page.getByText('Chia sẻ').first(),
    page.getByText('so với bản 2'),
  ]) {
    expect(await hidden.isVisible()).toBe(false)
  }
  expect(await page.getByText('T3 24/11/2026').isVisible()).toBe(true)
  const breaks = await page
    .locator('.clause')
    .evaluateAll((clauses) => clauses.map((clause) => getComputedStyle(clause).breakInside))
  expect(new Set(breaks)).toEqual(new Set(['avoid']))

  const sheet = await page.locator('link[media="print"]').getAttribute('href')
  const margins = await (await fetch(new URL(sheet ?? '', url))).text()
  const { fingerprint } = (await (await fetch(`${url}/minh-an/commitment.json`)).json()) as {
    fingerprint: string
  }
  expect(margins).toContain('"Điện máy Minh An · Cam kết dịch vụ khách hàng"')
  expect(margins.replaceAll(' ', '')).toContain(fingerprint)

  const english = await fetch(`${url}/en/minh-an/commitment/3/print.css`)
  expect(await english.text()).toContain('Fingerprint of version 3')

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(sheets).toBeGreaterThan(1)
  expect(sheets).toBeLessThan(8)
  await visitor.close()
})

test('search engines and programs are told which address counts, which languages there are, and where the JSON is', async () => {
  const linksOf = async (path: string) => {
    const html = await (await fetch(url + path)).text()
    const links = [...html.matchAll(/<link rel="(canonical|alternate)"[^>]*>/g)].map(([link]) => link)
    return { html, links: links.map((link) => link.replaceAll(url, '')) }
  }
  const { html, links } = await linksOf('/minh-an/commitment/3')
  // The version in force is the commitment; once it is superseded, its own address counts.
  expect(links).toContain('<link rel="canonical" href="/minh-an">')
  expect(links).toContain('<link rel="alternate" hreflang="en" href="/en/minh-an">')
  expect(links).toContain(
    '<link rel="alternate" type="application/json" href="/minh-an/commitment.json?version=3">',
  )
  expect((await linksOf('/minh-an/commitment/1')).links).toContain(
    '<link rel="canonical" href="/minh-an/commitment/1">',
  )
  expect(html).toMatch(/<meta property="og:title" content="Cam kết dịch vụ khách hàng">/)

  const [engines = '', pledges = ''] = [
    ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g),
  ].map(([, json]) => json ?? '')
  for (const type of [
    'Organization',
    'MerchantReturnPolicy',
    'WarrantyPromise',
    'OpeningHoursSpecification',
  ]) {
    expect(JSON.parse(engines) && engines, type).toContain(`"@type":"${type}"`)
  }
  const [context] = (JSON.parse(pledges) as { '@context': string[] })['@context']
  const served = await fetch(context ?? '')
  expect(served.headers.get('Content-Type')).toBe('application/ld+json')
  expect(served.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const { '@context': words } = (await served.json()) as { '@context': { '@vocab': string } }
  expect(await (await fetch(words['@vocab'])).text()).toContain('id="milestone"')
  const json = await fetch(`${url}/minh-an/commitment.json`)
  expect(json.headers.get('Link')).toContain('rel="http://www.w3.org/ns/json-ld#context"')
})

test('the commitment costs a visitor at most 9 kB and no script; so do its comparisons', async () => {
  for (const path of [
    '/minh-an',
    '/en/minh-an',
    '/song-xanh',
    '/minh-an/commitment/3/compare/1',
    '/minh-an/commitment',
  ]) {
    const html = await (await fetch(url + path)).text()
    const bytes = gzipSync(html, { level: 9 }).length
    console.log(`budget  page ${path.padEnd(40)} ${(bytes / 1000).toFixed(1)} of 9.0 kB gzip`)
    expect(bytes, path).toBeLessThanOrEqual(9_000)
    expect(html.match(/<script(?![^>]*ld\+json)/), path).toBeNull()
  }
})

test('text twice as large, or colours of the reader’s own, hide and break nothing', async () => {
  const visitor = await newVisitor({ forcedColors: 'active', viewport: { width: 640, height: 900 } })
  const page = await visitor.newPage()
  for (const path of [
    '/minh-an',
    '/en/minh-an/commitment/3/compare/1',
    '/minh-an/commitment',
    '/minh-an/commitment?before=1&after=1',
    '/ns/commitment',
  ]) {
    await page.goto(url + path)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await expectNoSidewaysScroll(page)
    expect(await violations(page), path).toEqual([])
  }
  // The browser tells that a form was refused; the page says so too.
  expect(complaintsOf(visitor).filter((line) => !line.includes('status of 422'))).toEqual([])
  await visitor.close()
})

test('addresses of comparisons that make no sense lead to one that does', async () => {
  const follow = (path: string) => fetch(url + path, { redirect: 'manual' })
  const swapped = await follow('/minh-an/commitment/2/compare/3')
  expect([swapped.status, swapped.headers.get('Location')]).toEqual([301, '/minh-an/commitment/3/compare/2'])
  const same = await follow('/en/minh-an/commitment/2/compare/2')
  expect([same.status, same.headers.get('Location')]).toEqual([303, '/en/minh-an/commitment/2'])
  for (const path of [
    '/minh-an/commitment/9/compare/1',
    '/minh-an/commitment/3/compare/x',
    '/minh-an/commitment/0/compare/1',
  ]) {
    expect((await follow(path)).status, path).toBe(404)
  }
})
