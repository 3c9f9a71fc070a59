import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countsOf, tickets } from './send-once.ts'
import { launcherOf, shopPage, snippet, writeSuggestion } from './shop-page.ts'

const scripts = `
  window.camket = window.camket || function () { (camket.q = camket.q || []).push(arguments) }
  window.told = []
  document.addEventListener('camket:submitted', ({ detail }) => told.push(detail.code))`

const told = (page: Page): Promise<string[]> => page.evaluate('told')

/** Writes a suggestion and presses the button. */
async function sendSuggestion(page: Page, subject: string): Promise<void> {
  await launcherOf(page).click()
  await writeSuggestion(page, subject)
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
}

/** A first try that reaches the server, whose answer never comes. */
async function losesAnswer(page: Page): Promise<() => Promise<void>> {
  let reached = () => {}
  const filed = new Promise<void>((done) => {
    reached = done
  })
  await page.route(
    tickets,
    async (route) => {
      await route.fetch()
      reached()
    },
    { times: 1 },
  )
  return () => filed
}

async function expectReceipt(page: Page, code: string): Promise<void> {
  await launcherOf(page).click()
  await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  expect(await page.getByText(code).count()).toBe(1)
}

test('a request that was sent without a network goes out from the next page, untouched, and once', async () => {
  const subject = `Gửi khi mất mạng (${Date.now()})`
  const { page, newTab, close } = await shopPage(snippet, { scripts })
  await launcherOf(page).click()
  await writeSuggestion(page, subject)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page
    .getByText(/Không có mạng/)
    .first()
    .waitFor()
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const tab = await newTab()
  await expect.poll(() => told(tab), { timeout: 20_000 }).toHaveLength(1)
  await expectReceipt(tab, (await told(tab))[0] ?? '')
  const later = await newTab()
  await later.waitForTimeout(4_000)
  expect(await told(later)).toEqual([])
  expect(await countsOf([subject])).toEqual([1])
  await close()
})

test('two tabs go on with one request: one ticket, a receipt in both, and one page is told', async () => {
  const subject = `Hai thẻ (${Date.now()})`
  const { page, newTab, close } = await shopPage(snippet, { scripts })
  const reached = await losesAnswer(page)
  await sendSuggestion(page, subject)
  await reached()
  const context = page.context()
  await page.close()
  const tabs = [await newTab(), await newTab()]
  // Neither has an answer before the other has sent.
  let sent = 0
  let bothSent = () => {}
  const both = new Promise<void>((done) => {
    bothSent = done
  })
  await context.route(tickets, async (route) => {
    if (++sent === 2) bothSent()
    await both
    await route.continue()
  })
  const all = async () => (await Promise.all(tabs.map(told))).flat()
  await expect.poll(all, { timeout: 20_000 }).toHaveLength(1)
  const [code = ''] = await all()
  for (const tab of tabs) await expectReceipt(tab, code)
  expect(await all()).toEqual([code])
  expect(await countsOf([subject])).toEqual([1])
  await close()
})

test('what a page’s script submits goes on after a reload, and once', async () => {
  const subject = `Trang tự gửi (${Date.now()})`
  const { page, close } = await shopPage(snippet, { scripts })
  const reached = await losesAnswer(page)
  const customer = { name: 'Lê Minh Châu', email: 'chau@khach.example' }
  const request = { kind: 'suggestion', subject, message: 'Nên có giờ gọi buổi tối.', customer }
  await page.evaluate(`void camket('submit', ${JSON.stringify(request)})`)
  await reached()
  await page.reload()
  await expect.poll(() => told(page), { timeout: 20_000 }).toHaveLength(1)
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual(['camket:minh-an:requests'])
  expect(await countsOf([subject])).toEqual([1])
  await close()
})
