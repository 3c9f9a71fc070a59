import { expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newStaff, newVisitor, violations } from './browser.ts'
import { filed, mailsTo, mailTo, status, url, warranty } from './over-urls.ts'

test('staff sign in by the link of a mail, which works once and only when the button is pressed', async () => {
  const email = 'lead@song-xanh.example'
  const before = (await mailsTo(email, 'sign_in')).length
  const visitor = await newVisitor()
  const page = await visitor.newPage()
  await page.goto(`${url}/desk/`)
  await page.getByLabel('Email').fill(email)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Gửi đường dẫn đăng nhập' }).click()
  await page.getByText('Nếu email này thuộc một nhân viên').waitFor()
  await expect
    .poll(async () => (await mailsTo(email, 'sign_in')).length, { timeout: 15_000 })
    .toBe(before + 1)
  const link = /http\S+sign-in#token=\w+/.exec((await mailTo(email, 'sign_in')).text)?.[0] ?? ''

  await page.goto(link)
  await page.getByRole('button', { name: 'Đăng nhập trên máy này' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Camket desk' }).waitFor()

  await page.goto(`${url}/desk/`)
  await page.goto(link)
  await page.getByRole('button', { name: /Đăng nhập|Sign in on/ }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(/Email|E-mail address/).waitFor()
  expect(complaintsOf(visitor).filter((line) => !line.includes('401'))).toEqual([])
  await visitor.close()
})

test('a request is found in the inbox, answered by keyboard, handed off, planned and resolved', async () => {
  const { code, key } = await filed({ ...warranty, subject: `Hành trình ${Date.now()}` })
  const staff = await newStaff('lead@minh-an.example', { viewport: { width: 1440, height: 900 } })
  const page = await staff.newPage()
  await page.goto(`${url}/desk/tickets/${code}`)
  await page.getByRole('heading', { level: 1, name: /Hành trình/ }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await page.locator('.message .words').first().textContent()).toBe(warranty.message)

  await page.keyboard.press('r')
  await page.keyboard.type('Chào chị Đào, kỹ thuật viên đến chiều nay.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Đã gửi.').waitFor()
  expect(await status(code, key)).toMatchObject({
    status: 'open',
    messages: [{}, { from: 'staff', text: 'Chào chị Đào, kỹ thuật viên đến chiều nay.' }],
    deadlines: [{ milestone: 'first_reply', state: 'kept' }, {}],
  })
  const reply = await mailTo('dao@khach.example', 'reply')
  expect(reply.text).toContain('kỹ thuật viên đến chiều nay')

  await page.getByRole('button', { name: 'Ghi chú', exact: true }).click()
  await page.getByLabel('Ghi chú nội bộ (khách không thấy)').fill('Kho còn 4 bo xả đá.')
  await page.getByRole('button', { name: /Lưu ghi chú/ }).click()
  await page.getByText('Đã lưu ghi chú.').waitFor()
  expect(JSON.stringify(await status(code, key))).not.toContain('bo xả đá')

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: 'Chuyển yêu cầu' })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Phòng nhận' }).click()
  await page.getByRole('option', { name: 'Kỹ thuật' }).click()
  await page.getByRole('combobox', { name: 'Lý do (công khai)' }).click()
  await page.getByRole('option').filter({ visible: true }).first().click()
  await page.getByRole('button', { name: 'Chuyển', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await status(code)).toMatchObject({ handOffs: 1, department: 'Kỹ thuật' })

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('e')
  const resolve = page.getByRole('dialog', { name: 'Giải quyết yêu cầu' })
  await page.getByLabel('Lời nhắn cho khách').fill('Đã thay bo xả đá, máy chạy tốt.')
  await page.getByRole('button', { name: 'Giải quyết', exact: true }).click()
  await resolve.waitFor({ state: 'hidden' })
  expect(await status(code)).toMatchObject({ status: 'resolved', outcome: 'repaired' })
  expect((await mailTo('dao@khach.example', 'resolved')).text).toContain('Đã thay bo xả đá')
  expect(complaintsOf(staff)).toEqual([])
  await staff.close()
})

test('a colleague who answers first leaves the other every word, and says so', async () => {
  const { code } = await filed()
  const [first, second] = await Promise.all([
    newStaff('owner@minh-an.example'),
    newStaff('lead@minh-an.example'),
  ])
  const pages = await Promise.all([first, second].map((staff) => staff.newPage()))
  for (const [index, page] of pages.entries()) {
    await page.goto(`${url}/desk/tickets/${code}`)
    await page.getByLabel('Trả lời khách').fill(`Lời của người ${index}`)
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: /^Gửi Ctrl/ }).click()))
  const outcomes = await Promise.all(
    pages.map((page) =>
      Promise.race([
        page
          .getByText('Đã gửi.')
          .waitFor()
          .then(() => 'sent'),
        page
          .getByText('Nội dung của bạn còn nguyên')
          .waitFor()
          .then(() => 'told'),
      ]),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['sent', 'told'])
  const told = outcomes.indexOf('told')
  expect(await pages[told]?.getByLabel('Trả lời khách').inputValue()).toBe(`Lời của người ${told}`)
  await pages[told]?.reload()
  expect(await pages[told]?.getByLabel('Trả lời khách').inputValue()).toBe(`Lời của người ${told}`)
  await Promise.all([first.close(), second.close()])
})

test('staff type in a request that came by phone, and the customer is promised the same', async () => {
  const staff = await newStaff('owner@minh-an.example')
  const page = await staff.newPage()
  await page.goto(`${url}/desk/new`)
  await page.getByLabel('Loại yêu cầu').selectOption('complaint')
  await page.getByText('Gửi bây giờ, cửa hàng hẹn:').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Tạo yêu cầu' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Tiêu đề').fill('Giao thiếu phụ kiện')
  await page.getByLabel('Nội dung').fill('Máy giặt thiếu ống xả.')
  await page.getByLabel('Tên khách').fill('Trần Văn Bảo')
  await page.getByLabel('Điện thoại').fill('0912 000 111')
  await page.getByRole('button', { name: 'Tạo yêu cầu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Giao thiếu phụ kiện' }).waitFor()
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  expect(await status(code)).toMatchObject({
    kind: 'complaint',
    timeline: [{ event: 'filed', channel: 'phone' }],
  })
  await staff.close()
})

test('whoever may only read is offered no act', async () => {
  const { code } = await filed()
  const staff = await newStaff('readonly@minh-an.example')
  const page = await staff.newPage()
  await page.goto(`${url}/desk/tickets/${code}`)
  await page.getByText('Vai trò của bạn chỉ được xem.').waitFor()
  expect(await page.getByRole('button', { name: /^Gửi/ }).count()).toBe(0)
  await staff.close()
})

test.each([
  ['vi', 'light', 1280],
  ['en', 'dark', 1280],
  ['vi', 'dark', 320],
  ['en', 'light', 320],
] as const)(
  'the desk in %s, %s, %i px: accessible, and nothing sticks out',
  async (locale, colorScheme, width) => {
    const staff = await newStaff('owner@minh-an.example', { colorScheme, viewport: { width, height: 800 } })
    const page = await staff.newPage()
    await page.addInitScript((chosen) => localStorage.setItem('camket-desk-locale', chosen), locale)
    for (const path of ['/desk/', '/desk/?view=done', '/desk/new']) {
      await page.goto(url + path)
      await page.locator('h1:visible').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
      await expectNoSidewaysScroll(page)
    }
    await page.goto(`${url}/desk/`)
    await page.locator('.row').first().click()
    await page.locator('.ticket-head h1').waitFor()
    expect(await violations(page)).toEqual([])
    await expectNoSidewaysScroll(page)
    await staff.close()
  },
)

test('the list refreshes itself: a new request appears without a reload', async () => {
  const staff = await newStaff('owner@minh-an.example')
  const page = await staff.newPage()
  // Of a kind that no other journey files much of: it must come onto the first page.
  await page.goto(`${url}/desk/?owner=none&kind=complaint`)
  await page.locator('h1:visible').waitFor()
  const subject = `Khiếu nại ${Date.now()}`
  await filed({ ...warranty, kind: 'complaint', subject, product: undefined })
  await page.getByText(subject).waitFor({ timeout: 20_000 })
  await staff.close()
})

test('a file of the desk that is not there is not remembered, one that is there is for long', async () => {
  const missing = await fetch(`${url}/desk/assets/none-12345678.js`)
  expect([missing.status, missing.headers.get('Cache-Control')]).toEqual([404, 'no-store'])
  const page = await (await fetch(`${url}/desk/`)).text()
  const script = /src="(\/desk\/assets\/[^"]+)"/.exec(page)?.[1] ?? ''
  const found = await fetch(url + script)
  expect([found.status, found.headers.get('Cache-Control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
})
