import { expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newStaff, newVisitor, violations } from './browser.ts'
import { deskFetch, filed, mailTo, shopUrl, signIn, status, url } from './over-urls.ts'
import { photo } from './photo.ts'

const noScript = { javaScriptEnabled: false }
const browsing = (options = {}) => newVisitor({ ...noScript, ...options })

test('without script: a complaint with a photo is filed, followed, answered and withdrawn', async () => {
  const visitor = await browsing()
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an/new`)
  await page.getByRole('link', { name: /Khiếu nại/ }).click()
  expect(await page.getByText('Nếu gửi bây giờ, chúng tôi hẹn').isVisible()).toBe(true)

  await page.getByLabel('Tiêu đề').fill('Giao thiếu phụ kiện')
  await page.getByLabel('Chuyện gì đã xảy ra').fill('Máy giặt thiếu ống xả: “Ệ ữ ẵ”.')
  await page.getByLabel('Họ và tên').fill('Trần Văn Bảo')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('email hoặc số điện thoại')
  expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Giao thiếu phụ kiện')

  await page.getByLabel('Email').fill('bao@khach.example')
  await page.getByLabel('Ảnh, PDF hoặc video').setInputFiles(photo('ống xả.png'))
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText('Đã nhận yêu cầu của quý khách').first().waitFor()
  const code = /CK-[0-9A-Z-]{14}/.exec(page.url())?.[0] ?? ''
  expect(await status(code)).toMatchObject({
    kind: 'complaint',
    status: 'new',
    timeline: [{ channel: 'portal' }],
  })

  const cookie = await signIn('owner@minh-an.example')
  const { sequence } = (await (await deskFetch(`/tickets/${code}`, cookie)).json()) as { sequence: number }
  await deskFetch(`/tickets/${code}/replies`, cookie, {
    method: 'POST',
    body: { text: 'Xin lỗi anh Bảo, ống xả gửi ngay hôm nay.', seenSequence: sequence },
  })
  await page.goto(`${url}/minh-an/requests/${code}`)
  expect(await page.getByText('ống xả gửi ngay hôm nay').isVisible()).toBe(true)
  await page.getByLabel('Tin nhắn của quý khách').fill('Cảm ơn, tôi chờ.')
  await page.getByRole('button', { name: 'Gửi trả lời' }).click()
  expect(await page.getByText('Cảm ơn, tôi chờ.').first().isVisible()).toBe(true)

  await page.getByText('Rút lại yêu cầu').first().click()
  await page.getByRole('button', { name: 'Vâng, rút lại yêu cầu này' }).click()
  await page.getByText('Yêu cầu đã được rút lại.').waitFor()
  expect(await status(code)).toMatchObject({ status: 'resolved', outcome: 'withdrawn' })
  expect(complaintsOf(visitor).filter((line) => !line.includes('status of 422'))).toEqual([])
  await visitor.close()
})

test('without script: a code typed as people type it finds the request; a slip is told; a lost key comes by mail', async () => {
  const { code, key } = await filed()
  const visitor = await browsing()
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an/status`)
  await page.getByLabel('Mã yêu cầu').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.getByText('Mã này không đúng').first().waitFor()
  await page.getByLabel('Mã yêu cầu').fill(code.replaceAll('-', ' ').toLowerCase())
  await page.getByRole('button', { name: 'Tra cứu' }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/minh-an/requests/${code}`)

  await page.goto(`${url}/minh-an/lost-key`)
  await page.getByLabel('Mã yêu cầu').fill(code)
  await page.getByLabel('Email').fill('dao@khach.example')
  await page.getByRole('button', { name: 'Gửi lại đường dẫn' }).click()
  await page.getByText('Nếu mã và email khớp nhau').waitFor()
  expect((await mailTo('dao@khach.example', 'lost_key')).text).toContain(`key=${key}`)

  const wrong = await page.goto(`${url}/minh-an/requests/${code}?key=AAAAAAAAAAAAAAAAAAAAAA`)
  expect(wrong?.status()).toBe(401)
  await page
    .getByRole('link', { name: /Gửi lại đường dẫn riêng/ })
    .first()
    .waitFor()
  await visitor.close()
})

test('the key of a link becomes a cookie of that page alone, and leaves the address', async () => {
  const { code, key, statusUrl } = await filed()
  const response = await fetch(statusUrl, { redirect: 'manual' })
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).not.toContain(key)
  expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
  for (const cookie of response.headers.getSetCookie()) {
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(new RegExp(`Path=/(en/)?minh-an/requests/${code}`))
  }
})

const pages = [
  '',
  '/commitment',
  '/commitment/1',
  '/commitment/2/compare/1',
  '/record',
  '/record?days=365',
  '/status',
  '/new',
  '/new?kind=warranty',
  '/new?kind=callback',
  '/lost-key',
  '/help',
]

test.each([
  ['/minh-an', 'light', 1280],
  ['/en/minh-an', 'dark', 320],
  ['/song-xanh', 'dark', 1280],
  ['/vi/song-xanh', 'light', 320],
] as const)(
  'every page under %s in %s at %i px is accessible, whole and clean',
  async (start, colorScheme, width) => {
    const visitor = await newVisitor({ colorScheme, viewport: { width, height: 800 } })
    const page = await visitor.newPage()
    for (const path of pages) {
      const response = await page.goto(url + start + path)
      expect(response?.status(), path).toBe(200)
      expect(await violations(page), path).toEqual([])
      await expectNoSidewaysScroll(page)
      expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
    }
    expect(complaintsOf(visitor)).toEqual([])
    await visitor.close()
  },
)

test('pages that are not there help, with the right status', async () => {
  const visitor = await newVisitor({ viewport: { width: 320, height: 700 } })
  const page = await visitor.newPage()
  for (const path of [
    '/nobody-here',
    '/minh-an/nothing',
    '/minh-an/commitment/99',
    '/minh-an/requests/CK-0000-0000-0000',
    '/xx/yy/zz/aa',
  ]) {
    const response = await page.goto(url + path)
    expect(response?.status(), path).toBe(404)
    expect(await page.getByRole('link').count(), path).toBeGreaterThan(0)
    expect(await violations(page), path).toEqual([])
    await expectNoSidewaysScroll(page)
  }
  await visitor.close()
})

test('a request in every state of its life is an accessible page in both languages', async () => {
  const { code, key } = await filed()
  const visitor = await newVisitor({ viewport: { width: 360, height: 800 } })
  const page = await visitor.newPage()
  for (const start of ['/minh-an', '/en/minh-an']) {
    await page.goto(`${url}${start}/requests/${code}`)
    expect(await violations(page)).toEqual([])
    await page.goto(`${url}${start}/requests/${code}?key=${key}`)
    expect(await violations(page)).toEqual([])
    await expectNoSidewaysScroll(page)
  }
  expect(complaintsOf(visitor)).toEqual([])
  await visitor.close()
})

test('the commitment says all that it owes its readers, clause by clause, and prints as a document', async () => {
  const visitor = await browsing({ viewport: { width: 1280, height: 900 } })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an`)
  const headings = (await page.getByRole('heading', { level: 2 }).allTextContents()).join(' ')
  for (const part of [
    'Chất lượng',
    'Thời hạn và bồi thường',
    'Trường hợp xấu nhất',
    'Khi nào cam kết không áp dụng',
    'đối tác',
    'Khi chưa hài lòng',
    'Căn cứ pháp lý',
  ]) {
    expect(headings).toContain(part)
  }
  const { document: published } = (await (await fetch(`${url}/minh-an/commitment.json`)).json()) as {
    document: { pledges: { id: string }[] }
  }
  expect(published.pledges.length).toBeGreaterThanOrEqual(6)
  for (const { id } of published.pledges) expect(await page.locator(`#${id}`).count(), id).toBe(1)
  const [data = ''] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.stringify(JSON.parse(data))).toContain('Organization')

  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('banner').isVisible()).toBe(false)
  expect(await page.getByRole('link', { name: 'Gửi yêu cầu theo cam kết này' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  await visitor.close()
})

test("a merchant's colour and logo are the same in portal, widget and desk", async () => {
  const visitor = await newVisitor()
  const portal = await visitor.newPage()
  await portal.goto(`${url}/song-xanh`)
  const shop = await visitor.newPage()
  await shop.goto(`${shopUrl}/song-xanh`)
  await shop.getByRole('button', { name: 'Help & warranty' }).click()
  await shop.locator('img[src*="/logo?"]').waitFor()
  const staff = await newStaff('lead@song-xanh.example')
  const desk = await staff.newPage()
  await desk.goto(`${url}/desk/`)
  await desk.locator('.nav img').waitFor()
  for (const page of [portal, shop, desk]) {
    const logo = page.locator('img[src*="/logo?"]').first()
    await expect
      .poll(() => logo.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
      .toBe(240)
  }
  const accentOf = (page: typeof portal) =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
  expect(await accentOf(portal)).toBe(await accentOf(desk))
  expect([...complaintsOf(visitor), ...complaintsOf(staff)]).toEqual([])
  await visitor.close()
  await staff.close()
})
