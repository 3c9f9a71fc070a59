import { expect, test } from 'vitest'
import { complaintsOf, newStaff, newVisitor, violations } from './browser.ts'
import { mailTo, shopUrl, status, url } from './over-urls.ts'
import { photo } from './photo.ts'

const message = 'Ngăn đá không đông, nước chảy ra sàn từ tối qua.\nMã lỗi “Ệ-ữ ẵ đ Đ” 🙏'
const answer = 'Chào chị Đào, thợ đến lúc 15 giờ. Xin để sẵn phiếu bảo hành — “đủ”!'

test('a warranty request with a photo, from the shop under its strict policy to the answer in the widget', async () => {
  const customer = await newVisitor({ viewport: { width: 1280, height: 800 } })
  const shop = await customer.newPage()
  await shop.goto(shopUrl)
  await shop.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await shop.getByRole('button', { name: /^Bảo hành/ }).click()

  await shop.getByLabel(/^Sản phẩm/).fill('Tủ lạnh Frosty 260 lít')
  await shop.getByLabel(/^Ngày mua/).fill('2026-05-01')
  await shop.getByText('Còn bảo hành đến').waitFor()
  await shop.getByLabel(/Có chuyện gì với sản phẩm/).fill(message)
  await shop.getByLabel(/Họ và tên/).fill('Nguyễn Thị Đào')
  await shop.getByLabel(/^Email/).fill('hanh.trinh@khach.example')
  await shop.locator('input[type=file]').setInputFiles(photo('ngăn đá.png'))
  await shop.getByText('Đã tải lên ngăn đá.png').first().waitFor({ state: 'attached' })
  const promised = shop.getByText('Gửi bây giờ, chúng tôi hẹn:')
  await promised.waitFor()
  expect(await violations(shop)).toEqual([])

  await shop.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await shop.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  expect(await violations(shop)).toEqual([])
  const code =
    (
      await shop
        .getByText(/^\s*CK-[0-9A-Z-]{14}\s*$/)
        .first()
        .textContent()
    )?.trim() ?? ''
  const receipt = await mailTo('hanh.trinh@khach.example', 'receipt')
  expect(receipt.text).toContain(code)
  const privateLink = /http\S+\?key=[\w-]+/.exec(receipt.text)?.[0] ?? ''

  const portal = await customer.newPage()
  await portal.goto(`${url}/minh-an/requests/${code}`)
  await portal.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor()
  const publicPage = await portal.content()
  for (const secret of ['Đào', 'hanh.trinh', 'Ngăn đá', 'ngăn đá']) expect(publicPage).not.toContain(secret)
  await portal.goto(privateLink)
  expect(portal.url()).not.toContain('key=')
  expect(await portal.getByText('Ngăn đá không đông').first().isVisible()).toBe(true)
  const image = portal.getByRole('img', { name: /ngăn đá/ })
  expect(await image.evaluate((found) => (found as { naturalWidth?: number }).naturalWidth)).toBe(64)

  const staff = await newStaff('lead@minh-an.example')
  const desk = await staff.newPage()
  await desk.goto(`${url}/desk/tickets/${code}`)
  expect(await desk.locator('.message .words').first().textContent()).toBe(message)
  await desk.getByLabel('Trả lời khách').fill(answer)
  await desk.getByRole('button', { name: 'Gửi và chờ khách' }).click()
  await desk.getByText('Đã gửi.').waitFor()

  await shop.reload()
  await shop.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await shop.getByRole('button', { name: /Yêu cầu của tôi/ }).click()
  await shop.getByRole('button', { name: /^Ngăn đá không đông/ }).click()
  await shop.getByText('Chào chị Đào, thợ đến lúc 15 giờ.').waitFor()
  expect(await violations(shop)).toEqual([])
  await shop.getByLabel('Trả lời').fill('Vâng, tôi chờ.')
  await shop.getByRole('button', { name: 'Gửi trả lời' }).click()
  await shop.getByText('Đã gửi trả lời.').first().waitFor({ state: 'attached' })

  const key = new URL(privateLink).searchParams.get('key') ?? ''
  const whole = await status(code, key)
  expect(whole.status).toBe('open')
  expect(whole.messages.map(({ text }) => text)).toEqual([message, answer, 'Vâng, tôi chờ.'])
  expect(whole.messages[0]?.attachments).toMatchObject([{ name: 'ngăn đá.png', type: 'image/png' }])
  expect([...complaintsOf(customer), ...complaintsOf(staff)]).toEqual([])
  await customer.close()
  await staff.close()
})

test('nothing but one script is loaded, and nothing stored, before the widget is touched', async () => {
  const visitor = await newVisitor()
  const shop = await visitor.newPage()
  const asked: string[] = []
  shop.on('request', (request) => {
    if (request.url().startsWith(url)) asked.push(new URL(request.url()).pathname)
  })
  await shop.goto(shopUrl)
  await shop.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).waitFor()
  await shop.waitForLoadState('networkidle')
  expect(asked).toEqual(['/w/camket.js'])
  expect(await visitor.cookies()).toEqual([])
  expect(await shop.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  expect(complaintsOf(visitor)).toEqual([])
  await visitor.close()
})

test('a draft outlives a reload, and a double click makes one request', async () => {
  const visitor = await newVisitor()
  const shop = await visitor.newPage()
  await shop.goto(shopUrl)
  await shop.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await shop.getByRole('button', { name: /^Góp ý/ }).click()
  await shop.getByLabel(/Quý khách góp ý điều gì/).fill('Mở cửa sớm hơn thì tốt.')
  await shop.getByText('Đã lưu nháp trên máy này').first().waitFor()
  await shop.reload()
  await shop.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await shop.getByRole('button', { name: /Viết tiếp/ }).click()
  expect(await shop.getByLabel(/Quý khách góp ý điều gì/).inputValue()).toBe('Mở cửa sớm hơn thì tốt.')
  await shop.getByLabel(/Họ và tên/).fill('Lê Minh Châu')
  await shop.getByLabel(/^Email/).fill('chau@khach.example')
  const filed: string[] = []
  shop.on('response', async (response) => {
    if (response.url().endsWith('/tickets') && response.status() === 201) filed.push(await response.text())
  })
  await shop.getByRole('button', { name: 'Gửi yêu cầu' }).dblclick()
  await shop.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  await shop.waitForLoadState('networkidle')
  expect(new Set(filed.map((text) => JSON.parse(text).code)).size).toBe(1)
  await visitor.close()
})

test.each([
  ['vi', 'light', 1280],
  ['vi', 'dark', 320],
  ['en', 'dark', 1280],
  ['en', 'light', 320],
] as const)('every view of the widget in %s, %s, %i px is accessible', async (locale, colorScheme, width) => {
  const visitor = await newVisitor({ colorScheme, viewport: { width, height: 760 } })
  const shop = await visitor.newPage()
  await shop.goto(locale === 'vi' ? shopUrl : `${shopUrl}/song-xanh`)
  await shop.getByRole('button', { name: /Hỗ trợ & bảo hành|Help & warranty/ }).click()
  const kinds = shop.getByRole('button', {
    name: /^(Bảo hành|Hỗ trợ sử dụng|Khiếu nại|Góp ý|Hẹn gọi lại|Warranty|Support|Complaint|Suggestion|Call)/,
  })
  await kinds.first().waitFor()
  expect(await violations(shop)).toEqual([])
  const count = await kinds.count()
  expect(count).toBeGreaterThanOrEqual(4)
  for (let index = 0; index < count; index++) {
    await kinds.nth(index).click()
    await shop
      .getByRole('button', { name: /Gửi yêu cầu|Send/ })
      .first()
      .waitFor()
    await shop
      .getByRole('button', { name: /Gửi yêu cầu|Send/ })
      .first()
      .click()
    expect(await violations(shop), `kind ${index}`).toEqual([])
    await shop.getByRole('button', { name: /Quay lại|Back/ }).click()
    await kinds.first().waitFor()
  }
  await shop.keyboard.press('Escape')
  await expect
    .poll(() => shop.evaluate(() => document.activeElement?.tagName.toLowerCase()))
    .toMatch(/camket/)
  expect(complaintsOf(visitor)).toEqual([])
  await visitor.close()
})
