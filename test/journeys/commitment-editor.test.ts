import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newStaff, newVisitor, violations } from './browser.ts'
import { deskFetch, filed, type Receipt, signIn, status, url } from './over-urls.ts'

const merchant = 'song-xanh'
const hourMillis = 3_600_000
const request = (kind: string) => ({
  kind,
  subject: 'Lá vàng',
  message: 'Lá bị vàng từ hôm qua.',
  locale: 'vi',
  channel: 'api',
  customer: { name: 'Lê Bình', email: 'binh@khach.example' },
})

type Published = {
  version: number
  document: {
    pledges: { id: string; within: { amount: number } }[]
    calendars: { [name: string]: { week: { mon: string[] } } }
  }
}

const published = async (version?: number): Promise<Published> => {
  const query = version === undefined ? '' : `?version=${version}`
  const response = await fetch(`${url}/api/v1/merchants/${merchant}/commitment${query}`, {
    // The answer may be kept for a minute; what is asked here is what holds now.
    headers: { 'Cache-Control': 'no-cache' },
  })
  return (await response.json()) as Published
}

const hoursOf = ({ filedAt, deadlines }: Receipt, pledge: string) => {
  const dueAt = deadlines.find((deadline) => deadline.pledge === pledge)?.dueAt ?? ''
  return (Date.parse(dueAt) - Date.parse(filedAt)) / hourMillis
}

/** A desk that was set to this language before. */
const inVietnamese = {
  cookies: [],
  origins: [{ origin: url, localStorage: [{ name: 'camket-desk-locale', value: 'vi' }] }],
}

async function openEditor(page: Page, part: string): Promise<void> {
  await page.goto(`${url}/desk/commitment`)
  await page
    .getByRole('navigation', { name: 'Các phần của bản soạn' })
    .getByRole('button', { name: part })
    .click()
}

test('a version is written, tried and published in the desk: page, JSON and comparison change, old requests keep theirs', async () => {
  const before = await published()
  const old = await filed(request('support'), { merchant })
  const staff = await newStaff('lead@song-xanh.example', {
    viewport: { width: 1280, height: 900 },
    storageState: inVietnamese,
  })
  const page = await staff.newPage()

  // A pledge is made stricter; its sentence follows, in both languages.
  await openEditor(page, 'Cam kết')
  await page.locator('.item-title', { hasText: 'Trả lời yêu cầu hỗ trợ trong 24 giờ' }).click()
  const pledge = page.locator('details.item[open]').first()
  await pledge.getByLabel('Số lượng').first().fill('12')
  await pledge.getByText('Trả lời yêu cầu hỗ trợ trong 12 giờ').first().waitFor()
  await pledge.getByText('We answer a support request within 12 hours').first().waitFor()
  expect(await violations(page)).toEqual([])

  // A calendar opens on Mondays too.
  await page.getByRole('button', { name: 'Lịch làm việc' }).click()
  await page.locator('.item-title', { hasText: 'nursery' }).click()
  const nursery = page.locator('details.item[open]').first()
  await nursery.getByRole('button', { name: 'Thêm giờ: Thứ Hai' }).first().click()
  await page.getByText(/Đã lưu lúc .* · Không còn lỗi/).waitFor()

  // Nothing is lost by a reload, and nobody outside sees any of it yet.
  await page.reload()
  await page.getByRole('button', { name: 'So với bản đang có' }).click()
  await page.locator('ins', { hasText: '12' }).first().waitFor()
  expect(await page.locator('del').allTextContents()).toContain('24')
  expect(await published()).toEqual(before)

  // It is tried on a made-up request and on real ones.
  await page.getByRole('button', { name: 'Thử một yêu cầu' }).click()
  await page.getByRole('button', { name: 'Tính' }).click()
  await page.getByText('support-first-reply').waitFor()
  await page.getByRole('button', { name: 'Nhìn lại 90 ngày' }).click()
  await page.getByRole('button', { name: 'Nhìn lại', exact: true }).click()
  await page.getByText(/\d+ yêu cầu gửi từ/).waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(4)
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Công bố…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Công bố phiên bản mới' })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel(/Tôi hiểu: phiên bản đã công bố/).check()
  await page.getByRole('button', { name: 'Công bố', exact: true }).click()
  await page.getByText(`Đã công bố phiên bản ${before.version + 1}.`).waitFor()

  const after = await published(before.version + 1)
  expect(after.document.pledges.find(({ id }) => id === 'support-first-reply')?.within.amount).toBe(12)
  expect(after.document.calendars.nursery?.week.mon).toEqual(['08:00-17:00'])
  const kept = await published(before.version)
  expect(kept.document).toEqual(before.document)

  const fresh = await filed(request('support'), { merchant })
  expect([hoursOf(old, 'support-first-reply'), hoursOf(fresh, 'support-first-reply')]).toEqual([24, 12])
  expect(await status(old.code)).toMatchObject({ commitmentVersion: before.version })
  expect((await status(old.code)).deadlines.map(({ dueAt }) => dueAt)).toEqual(
    old.deadlines.map(({ dueAt }) => dueAt),
  )
  expect(await status(fresh.code)).toMatchObject({ commitmentVersion: before.version + 1 })

  const visitor = await newVisitor({ javaScriptEnabled: false })
  const portal = await visitor.newPage()
  await portal.goto(`${url}/vi/${merchant}`)
  await portal.getByText('Trả lời yêu cầu hỗ trợ trong 12 giờ').first().waitFor()
  await portal.goto(`${url}/vi/${merchant}/commitment/${before.version + 1}/compare/${before.version}`)
  expect((await portal.locator('#support-first-reply ins').allTextContents()).join()).toContain('12')
  expect((await portal.locator('#support-first-reply del').allTextContents()).join()).toContain('24')
  await visitor.close()
  expect(complaintsOf(staff)).toEqual([])
  await staff.close()
})

test('of two who write the same draft, none loses a word', async () => {
  const cookie = await signIn('owner@song-xanh.example')
  const staff = await newStaff('lead@song-xanh.example', {
    viewport: { width: 360, height: 800 },
    storageState: inVietnamese,
  })
  const page = await staff.newPage()
  await openEditor(page, 'Mở đầu')
  await expectNoSidewaysScroll(page)
  const title = page.getByLabel('Tên văn bản (Tiếng Việt)')
  await title.waitFor()

  const draft = (await (await deskFetch('/commitment/draft', cookie)).json()) as {
    document: object
    internalPledges: object[]
    revision: number
  }
  const theirs = { ...draft.document, title: { vi: 'Của người kia', en: 'Theirs' } }
  const { document: _, ...rest } = { ...draft, document: theirs }
  const saved = await deskFetch('/commitment/draft', cookie, {
    method: 'PUT',
    body: { document: theirs, internalPledges: rest.internalPledges, revision: rest.revision },
  })
  expect(saved.ok, await saved.clone().text()).toBe(true)

  await title.fill('Của tôi')
  await page
    .getByRole('alert')
    .getByText(/đã lưu bản soạn lúc/)
    .waitFor()
  expect(await title.inputValue()).toBe('Của tôi')
  await page.reload()
  await page
    .getByRole('alert')
    .getByText(/đã lưu bản soạn lúc/)
    .waitFor()
  expect(await title.inputValue()).toBe('Của tôi')
  await page.getByRole('button', { name: 'Lấy bản của người kia' }).click()
  await expect.poll(() => title.inputValue()).toBe('Của người kia')

  // Begun again from what is published; that can be taken back too.
  await page.getByRole('button', { name: 'Bỏ bản soạn' }).click()
  await page.getByText('Đã bỏ bản soạn.').waitFor()
  expect(await title.inputValue()).not.toBe('Của người kia')
  await staff.close()
})
