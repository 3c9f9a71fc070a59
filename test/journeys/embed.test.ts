import { expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newStaff, newVisitor, violations } from './browser.ts'
import { deskFetch, shopUrl, signIn, status, url } from './over-urls.ts'
import { photo } from './photo.ts'
import { type Settings, setUp } from './settings.ts'

test('an owner sets the widget up, sees it before it is saved, and learns that it is on the site', async () => {
  const staff = await newStaff('owner@song-xanh.example', { viewport: { width: 1440, height: 1000 } })
  const page = await staff.newPage()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.goto(`${url}/desk/embed`)
  await page.getByRole('heading', { level: 1, name: 'On your site' }).waitFor()
  const preview = page.frameLocator('iframe')
  await preview.getByText('Grow with us').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByLabel('Greeting (English)').fill('Ask the gardener')
  await preview.getByText('Ask the gardener').waitFor()
  const config = async () =>
    (await (await fetch(`${url}/api/v1/merchants/song-xanh/widget?locale=en`)).json()) as { heading: string }
  expect((await config()).heading).toBe('Grow with us')

  await page.reload()
  await preview.getByText('Ask the gardener').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
  expect((await config()).heading).toBe('Ask the gardener')

  await page.getByLabel('Address of one of your pages').fill(`${shopUrl}/song-xanh`)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('It is there, and it is right.').waitFor()
  await page.getByLabel('Address of one of your pages').fill(shopUrl)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('This page embeds another shop’s widget.').waitFor()

  expect(sent.filter((one) => !/\/desk\/|\/deadlines$/.test(one))).toEqual([])
  expect(complaintsOf(staff)).toEqual([])
  await setUp(await signIn('owner@song-xanh.example'), {
    heading: { en: 'Grow with us', vi: 'Trồng cùng chúng tôi' },
  })
  await staff.close()
})

test('whatever is pressed in the preview, nothing is filed', async () => {
  const staff = await newStaff('owner@song-xanh.example', { viewport: { width: 1440, height: 1000 } })
  const page = await staff.newPage()
  const written: string[] = []
  page.on('request', (request) => {
    if (/\/(tickets|attachments)$/.test(request.url()) && request.method() === 'POST')
      written.push(request.url())
  })
  await page.goto(`${url}/desk/embed`)
  const preview = page.frameLocator('iframe')
  await preview.getByRole('button', { name: /^Support/ }).click()
  await preview.getByLabel('What do you need help with?').fill('Only trying')
  await preview.getByLabel('Your name').fill('Nobody')
  await preview.getByLabel('E-mail').fill('nobody@example.com')
  await preview.getByRole('button', { name: 'Send request' }).click()
  await preview.getByText('This is a preview, so nothing was sent.').waitFor()
  const policy = await page.evaluate(async () =>
    (await fetch('/desk/preview')).headers.get('content-security-policy'),
  )
  // Nothing but files of this deployment: no request leaves that document.
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('connect-src')
  expect(written).toEqual([])
  await staff.close()
})

test.each(['/desk/embed', '/desk/help'])('%s fits a small phone, in the dark', async (path) => {
  const staff = await newStaff('owner@minh-an.example', {
    viewport: { width: 320, height: 700 },
    colorScheme: 'dark',
  })
  const page = await staff.newPage()
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: '← Cần xử lý' }).waitFor()
  await expectNoSidewaysScroll(page)
  expect(await violations(page)).toEqual([])
  await staff.close()
})

test('without script: a merchant’s own fields are asked, checked, and seen by staff', async () => {
  const cookie = await signIn('owner@minh-an.example')
  const before = (await (await deskFetch('/embed', cookie)).json()) as Settings
  const label = (vi: string) => ({ vi, en: vi })
  await setUp(cookie, {
    fields: [
      {
        name: 'branch',
        type: 'choice',
        required: true,
        kinds: ['suggestion'],
        label: label('Chi nhánh'),
        choices: [
          { value: 'q1', label: label('Quận 1') },
          { value: 'q7', label: label('Quận 7') },
        ],
      },
      {
        name: 'visits',
        type: 'number',
        required: false,
        kinds: ['suggestion'],
        label: label('Số lần ghé'),
        max: 9,
      },
      { name: 'sketch', type: 'file', required: true, kinds: ['suggestion'], label: label('Bản vẽ') },
    ],
  })
  const visitor = await newVisitor({ javaScriptEnabled: false })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an/new?kind=suggestion`)
  await page.getByLabel('Tiêu đề').fill('Thêm ghế')
  await page.getByLabel('Chuyện gì đã xảy ra').fill('Quầy bảo hành thiếu ghế chờ.')
  await page.getByLabel('Họ và tên').fill('Lê Thu')
  await page.getByLabel('Email').fill('thu@khach.example')
  await page.getByLabel('Bản vẽ').setInputFiles(photo('ghế.png'))
  // What the browser itself holds back is sent all the same.
  await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''))
  await page.getByLabel('Số lần ghé').fill('12')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  const told = await page.getByRole('alert').textContent()
  expect(told).toContain('Chi nhánh: xin điền vào ô này.')
  expect(told).toContain('Số lần ghé: xin xem lại.')
  // The file that was taken is still there and needs no other choosing.
  expect(await page.getByLabel('ghế.png').isChecked()).toBe(true)
  await page.getByLabel('Chi nhánh').selectOption('Quận 7')
  await page.getByLabel('Số lần ghé').fill('3')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText('Đã nhận yêu cầu của quý khách').first().waitFor()
  for (const words of ['Chi nhánh', 'Quận 7', 'Bản vẽ', 'ghế.png'])
    expect(await page.getByText(words, { exact: true }).first().isVisible()).toBe(true)
  const code = /CK-[0-9A-Z-]{14}/.exec(page.url())?.[0] ?? ''
  expect(await status(code)).toMatchObject({ kind: 'suggestion', status: 'new' })

  const staff = await newStaff('lead@minh-an.example', { viewport: { width: 1440, height: 900 } })
  const desk = await staff.newPage()
  await desk.goto(`${url}/desk/tickets/${code}`)
  await desk.getByText('Quận 7').waitFor()
  await desk.goto(`${url}/minh-an/new?kind=suggestion`)
  expect(await violations(desk)).toEqual([])
  await setUp(cookie, { fields: before.fields })
  await visitor.close()
  await staff.close()
})

test('without script: the form’s trap loses nobody’s request', async () => {
  const visitor = await newVisitor({ javaScriptEnabled: false })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an/new?kind=suggestion`)
  await page.getByLabel('Tiêu đề').fill('Bẫy')
  await page.getByLabel('Chuyện gì đã xảy ra').fill('Trình duyệt tự điền.')
  await page.getByLabel('Họ và tên').fill('Lê Thu')
  await page.getByLabel('Email').fill('thu@khach.example')
  await page.locator('[name=website]').evaluate((input) => input.setAttribute('value', 'https://a.example'))
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('bấm gửi một lần nữa')
  expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Bẫy')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText('Đã nhận yêu cầu của quý khách').first().waitFor()
  await visitor.close()
})

test('without script: help is found and read, in both languages', async () => {
  const visitor = await newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await visitor.newPage()
  await page.goto(`${url}/minh-an`)
  await page.getByRole('link', { name: 'Hướng dẫn' }).click()
  await page.getByLabel('Quý khách cần gì?').fill('tu lanh khong lanh')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await page.getByRole('link', { name: /Tủ lạnh không lạnh/ }).click()
  await page.getByRole('heading', { level: 1, name: /Tủ lạnh không lạnh/ }).waitFor()
  expect(await page.getByRole('listitem').count()).toBeGreaterThanOrEqual(5)
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: /Fridge not cold/ }).waitFor()
  const gone = await page.goto(`${url}/minh-an/help/khong-co`)
  expect(gone?.status()).toBe(404)
  expect(complaintsOf(visitor).filter((line) => !line.includes('404'))).toEqual([])
  await visitor.close()

  const reader = await newVisitor({ viewport: { width: 320, height: 700 } })
  const article = await reader.newPage()
  await article.goto(`${url}/minh-an/help/tu-lanh-khong-lanh`)
  expect(await violations(article)).toEqual([])
  await expectNoSidewaysScroll(article)
  await reader.close()
})
