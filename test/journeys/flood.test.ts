import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, expectNoSidewaysScroll, newVisitor, violations } from './browser.ts'
import { comeBackTo, flood, standInForTurnstile } from './flood.ts'
import { setLimits, shopUrl, signIn, url } from './over-urls.ts'
import { countsOf } from './send-once.ts'
import { setUp } from './settings.ts'
import { launcherOf, shopPage, snippet, strictPolicy, writeSuggestion } from './shop-page.ts'

const words = {
  vi: {
    launcher: 'Hỗ trợ & bảo hành',
    suggestion: /^Góp ý/,
    message: /Quý khách góp ý điều gì/,
    name: /Họ và tên/,
    email: /^Email/,
    send: 'Gửi yêu cầu',
    confirm: /^Mở trang xác nhận/,
    confirmed: 'Tôi đã xác nhận',
    received: 'Đã nhận yêu cầu',
    done: 'Đã xác nhận xong.',
    title: 'Xác nhận yêu cầu',
  },
  en: {
    launcher: 'Help & warranty',
    suggestion: /^Suggestion/,
    message: /What do you suggest/,
    name: /Your name/,
    email: /^E-mail/,
    send: 'Send request',
    confirm: /^Open the page that confirms/,
    confirmed: 'I have confirmed',
    received: 'We have your request',
    done: 'It is confirmed.',
    title: 'Confirm your request',
  },
} as const

let owner: string | undefined

/** Signed in once: there is a limit to that too. */
async function asOwner(): Promise<string> {
  owner ??= await signIn('owner@minh-an.example')
  return owner
}

const chooseTurnstile = async (turnstile: { siteKey: string; secret: string } | null): Promise<void> =>
  setUp(await asOwner(), { turnstile })
const chosen = { siteKey: '0x4AAA', secret: 'stand-in-secret' }

// Limits as they are deployed: what comes here is a flood as there can be one.
beforeAll(() => setLimits(1))
afterAll(async () => {
  if (owner !== undefined) await chooseTurnstile(null)
  await setLimits(1000)
})

/** What proving cost the page: tasks of 50 ms and more between the refusal and the try that has the proof. */
async function longTasksWhileProving(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const tries = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/tickets'))
    const [refused, proven] = tries as PerformanceResourceTiming[]
    if (!refused || !proven) throw new Error(`There were ${tries.length} tries.`)
    return (globalThis as unknown as { tasks: PerformanceEntry[] }).tasks
      .filter(
        ({ startTime, duration }) =>
          startTime < proven.startTime && startTime + duration > refused.responseEnd,
      )
      .map(({ duration }) => duration)
  })
}

test('on a strict page, while its merchant is flooded, a request is proved without a long task and filed once', async () => {
  const subject = `Giữa cơn lũ ${Date.now()}`
  const { page, complaints, close } = await shopPage(snippet, { policy: strictPolicy })
  const session = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const tasks: PerformanceEntry[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' })
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await launcherOf(page).click()
  await writeSuggestion(page, subject)
  const proofs: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/tickets'))
      proofs.push(request.headers()['x-camket-proof']?.split(' ')[0])
  })
  await flood()
  await page.getByRole('button', { name: words.vi.send }).click()
  await page.getByRole('heading', { name: words.vi.received }).waitFor()
  expect(proofs).toEqual([undefined, 'pow'])
  expect(await longTasksWhileProving(page)).toEqual([])
  expect(complaints.filter((line) => !line.includes('status of 403'))).toEqual([])
  await close()
  expect(await countsOf([subject], await asOwner())).toEqual([1])
})

const write = async (page: Page, locale: 'vi' | 'en', subject: string) => {
  const said = words[locale]
  await page.getByRole('button', { name: said.launcher }).click()
  await page.getByRole('button', { name: said.suggestion }).click()
  await page.getByLabel(said.message).fill(subject)
  await page.getByLabel(said.name).fill('Lê Minh Châu')
  await page.getByLabel(said.email).fill('chau@khach.example')
}

/** Goes on by the Tab key until it is on this. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let count = 0; count < 30; count++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('It cannot be reached by the keyboard.')
}

test.each([
  ['vi', { width: 1280, height: 800 }, 'light'],
  ['en', { width: 320, height: 740 }, 'dark'],
] as const)(
  'a merchant who chose Turnstile: on a strict page the customer confirms on ours, by keyboard, in %s',
  async (locale, viewport, colorScheme) => {
    await chooseTurnstile(chosen)
    const said = words[locale]
    const subject = `Turnstile ${locale} ${Date.now()}`
    const html = snippet.replace('data-merchant', `data-locale="${locale}" data-merchant`)
    const { page, complaints, close } = await shopPage(html, { policy: strictPolicy, viewport, colorScheme })
    await standInForTurnstile(page.context())
    await write(page, locale, subject)
    await flood()
    await page.getByRole('button', { name: said.send }).click()
    const link = page.getByRole('link', { name: said.confirm })
    await link.waitFor()
    await page.getByRole('button', { name: said.confirmed }).waitFor()
    expect(await violations(page)).toEqual([])
    await expectNoSidewaysScroll(page)

    const opening = page.context().waitForEvent('page')
    await tabTo(page, () => link.evaluate((a) => a.matches(':focus')))
    await page.keyboard.press('Enter')
    const ours = await opening
    await ours.getByRole('heading', { level: 1, name: said.title }).waitFor()
    await ours.frameLocator('iframe').getByRole('button').waitFor()
    expect(await violations(ours)).toEqual([])
    await expectNoSidewaysScroll(ours)
    const human = ours.frameLocator('iframe').getByRole('button')
    await tabTo(ours, () => human.evaluate((button) => button.matches(':focus')))
    await ours.keyboard.press('Enter')
    await ours.getByText(said.done).waitFor()
    expect(await violations(ours)).toEqual([])
    await ours.close()

    const confirmed = page.getByRole('button', { name: said.confirmed })
    await tabTo(page, () => confirmed.evaluate((button) => button.matches(':focus')))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: said.received }).waitFor()
    expect(complaints.filter((line) => !line.includes('status of 403'))).toEqual([])
    await close()
    expect(await countsOf([subject], await asOwner())).toEqual([1])
  },
)

const comings = {
  'the customer comes back to it': comeBackTo,
  'the phone throws it away meanwhile': async (page: Page) => {
    await page.reload()
    await launcherOf(page).click()
  },
} as const

test.each(Object.keys(comings) as (keyof typeof comings)[])(
  'a request that was confirmed is sent by its page when %s, and was not lost before',
  async (coming) => {
    await chooseTurnstile(chosen)
    const subject = `${coming} ${Date.now()}`
    const { page, complaints, close } = await shopPage(snippet, { policy: strictPolicy })
    await standInForTurnstile(page.context())
    await launcherOf(page).click()
    await writeSuggestion(page, subject)
    await flood()
    await page.getByRole('button', { name: words.vi.send }).click()
    const link = page.getByRole('link', { name: words.vi.confirm })
    const address = await link.getAttribute('href')
    // Not confirmed yet: it is asked for again, at the same address.
    await page.reload()
    await launcherOf(page).click()
    expect(await link.getAttribute('href')).toBe(address)
    const opening = page.context().waitForEvent('page')
    await link.click()
    const ours = await opening
    await ours.frameLocator('iframe').getByRole('button').press('Enter')
    await ours.getByText(words.vi.done).waitFor()
    await ours.close()
    await comings[coming](page)
    await page.getByRole('heading', { name: words.vi.received }).waitFor()
    expect(complaints.filter((line) => !line.includes('status of 403'))).toEqual([])
    await close()
    expect(await countsOf([subject], await asOwner())).toEqual([1])
  },
)

test('where Turnstile cannot be asked by us the customer’s device works instead; a link that is over says what to do', async () => {
  await chooseTurnstile(chosen)
  const challenge = async () =>
    (await (await fetch(`${url}/api/v1/merchants/minh-an/challenge`)).json()) as { url: string }
  const visitor = await newVisitor()
  await standInForTurnstile(visitor, 'gone')
  const page = await visitor.newPage()
  const { url: address } = await challenge()
  await page.goto(address)
  await page.frameLocator('iframe').getByRole('button').press('Enter')
  await page.getByText(words.vi.done).waitFor()
  expect(complaintsOf(visitor).filter((line) => !line.includes('status of 403'))).toEqual([])

  await page.goto(address.replace(/\d{10}/, '1700000000'))
  await page.frameLocator('iframe').getByRole('button').press('Enter')
  await page.getByText('Đường dẫn này không còn dùng được').waitFor()

  await visitor.close()

  const blocking = await newVisitor()
  await blocking.route('https://challenges.cloudflare.com/**', (route) => route.abort())
  const blocked = await blocking.newPage()
  await blocked.goto(address)
  await blocked.getByText('chưa tải hoặc chưa chạy được').waitFor()
  await blocked.getByRole('link', { name: 'Thử lại' }).waitFor()
  expect(await blocked.getByRole('link', { name: /biểu mẫu/ }).getAttribute('href')).toBe('/minh-an/new')
  expect(await violations(blocked)).toEqual([])
  await blocking.close()

  const noScript = await newVisitor({ javaScriptEnabled: false })
  const plain = await noScript.newPage()
  await plain.goto(address)
  await plain.locator('noscript .notice').waitFor()
  await plain.locator('noscript a').click()
  await plain.getByRole('link', { name: /Khiếu nại/ }).waitFor()
  await noScript.close()
})

test('only the page that confirms runs anything, and Turnstile only where the merchant chose it', async () => {
  const policyOf = async (path: string) =>
    (await fetch(`${url}${path}`)).headers.get('content-security-policy')
  await chooseTurnstile(chosen)
  expect(await policyOf('/minh-an/new')).not.toMatch(/script-src|frame-src|connect-src/)
  const withTurnstile = await policyOf('/minh-an/confirm?pass=a')
  expect(withTurnstile).toContain("script-src 'self' https://challenges.cloudflare.com;")
  expect(withTurnstile).toContain('frame-src https://challenges.cloudflare.com;')
  await chooseTurnstile(null)
  expect(await policyOf('/minh-an/confirm?pass=a')).toContain("script-src 'self'; connect-src 'self';")
  expect(await policyOf('/minh-an/confirm')).not.toContain('script-src')
})

test('on a page without https the customer’s device works on ours, and the request is filed once', async () => {
  await chooseTurnstile(null)
  const subject = `Không https ${Date.now()}`
  const site = 'http://cua-hang.example'
  const visitor = await newVisitor()
  const page = await visitor.newPage()
  // A name that this machine does not have is no secure place. The desk lists no such site any more: it is asked for as
  // the shop that is listed.
  await page.route(`${site}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': strictPolicy },
      body: `<!doctype html><html lang="vi"><title>Cửa hàng</title><link rel="icon" href="data:,"><main><h1>Cửa hàng</h1></main>${snippet}`,
    }),
  )
  await page.route(`${url}/api/**`, async (route) => {
    const response = await route.fetch({ headers: { ...route.request().headers(), origin: shopUrl } })
    const headers = { ...response.headers(), 'access-control-allow-origin': site }
    await route.fulfill({ response, headers })
  })
  await page.goto(`${site}/trang`)
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
  await launcherOf(page).click()
  await writeSuggestion(page, subject)
  await flood()
  await page.getByRole('button', { name: words.vi.send }).click()
  const opening = visitor.waitForEvent('page')
  await page.getByRole('link', { name: words.vi.confirm }).click()
  const ours = await opening
  await ours.getByText(words.vi.done).waitFor()
  expect(await violations(ours)).toEqual([])
  await ours.close()
  await comeBackTo(page)
  await page.getByRole('heading', { name: words.vi.received }).waitFor()
  await visitor.close()
  expect(await countsOf([subject], await asOwner())).toEqual([1])
})
