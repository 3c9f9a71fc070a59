import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { expectNoSidewaysScroll, violations } from './browser.ts'
import { deskFetch, filed, resolved, setClock, signIn, tick } from './over-urls.ts'
import { photo } from './photo.ts'
import { shopPage, snippet } from './shop-page.ts'

type Widget = HTMLElement & { track: (code: string, key: string) => Promise<unknown> }

const said = {
  vi: {
    launcher: 'Hỗ trợ & bảo hành',
    kind: /^Bảo hành/,
    message: /Có chuyện gì với sản phẩm/,
    name: /Họ và tên/,
    send: 'Gửi yêu cầu',
    wrong: 'Cần sửa trước khi gửi:',
    retry: 'Thử gửi lại ngay',
    received: 'Đã nhận yêu cầu',
    follow: 'Theo dõi yêu cầu',
    list: 'Yêu cầu của tôi',
    back: 'Quay lại',
    disagree: 'Không đồng ý',
    disagreeing: 'Gửi ý kiến không đồng ý',
    withdraw: 'Rút lại yêu cầu',
    again: 'Thử lại',
  },
  en: {
    launcher: 'Help & warranty',
    kind: /^Warranty/,
    message: 'What is wrong with it?',
    name: 'Your name',
    send: 'Send request',
    wrong: 'Please correct before sending:',
    retry: 'Try sending now',
    received: 'We have your request',
    follow: 'Follow this request',
    list: 'My requests',
    back: 'Back',
    disagree: 'I do not agree',
    disagreeing: 'Send that I do not agree',
    withdraw: 'Withdraw request',
    again: 'Try again',
  },
} as const

/** Goes through every state that a customer can come to, and calls `look` in each. */
async function through(
  page: Page,
  locale: 'vi' | 'en',
  look: (state: string) => Promise<void>,
): Promise<void> {
  const words = said[locale]
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  await button(words.launcher).waitFor()
  await look('launcher')
  await page.route('**/api/v1/merchants/*/widget*', (route) => route.abort(), { times: 1 })
  await button(words.launcher).click()
  await button(words.again).waitFor()
  await look('not opened')
  await button(words.again).click()
  await button(words.kind).waitFor()
  await look('kinds')
  await button(words.kind).click()
  await page.getByLabel(words.message).waitFor()
  await look('form')
  await button(words.send).click()
  await page.getByText(words.wrong).first().waitFor()
  await look('mistakes')
  await page.getByLabel(words.message).fill('Máy kêu to.')
  await page.getByLabel(words.name).first().fill('Nguyễn Thị Đào')
  await page.getByLabel(/^E-?mail/i).fill('dao@khach.example')
  await page
    .locator('input[type=file]')
    .setInputFiles([
      photo('máy.png'),
      { name: 'x.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    ])
  await page.locator('progress').first().waitFor({ state: 'detached' })
  await look('files, one of them refused')
  await page
    .getByRole('button', { name: /x\.exe/ })
    .last()
    .click()
  const tickets = '**/api/v1/merchants/*/tickets'
  await page.route(tickets, (route) => route.abort())
  await button(words.send).click()
  await button(words.retry).waitFor()
  await look('waiting to be sent')
  await page.unroute(tickets)
  // It may have gone by itself meanwhile.
  await button(words.retry)
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await page.getByRole('heading', { name: words.received }).waitFor()
  await look('receipt')
  await button(words.follow).click()
  await page.getByText('Máy kêu to.').first().waitFor()
  await look('request')
  await button(words.back).click()
  await page.getByRole('heading', { name: words.list }).waitFor()
  await look('list')
  await track(page, await resolved())
  await page.getByRole('radiogroup').getByRole('radio').nth(4).check()
  await look('rating')
  await track(page, await late())
  await page.locator('camket-ticket-form[act$=choice]').getByRole('radio').first().check()
  await page.locator('camket-ticket-form[act$=choice] .field:visible').first().waitFor()
  await look('choice of a remedy')
  await track(page, await waived())
  await page.locator('summary').filter({ hasText: words.disagree }).click()
  await page.getByRole('button', { name: words.disagreeing }).waitFor()
  await look('disagreement')
  await page.locator('summary').filter({ hasText: words.withdraw }).click()
  await page.locator('camket-ticket-form[act=withdrawal]').getByRole('button').waitFor()
  await look('withdrawal')
}

const track = (page: Page, request: { code: string; key: string }) =>
  page.evaluate(
    ({ code, key }) => (document.querySelector('camket-widget') as Widget).track(code, key),
    request,
  )

/** A request whose first reply did not come in time. */
async function late(): Promise<{ code: string; key: string }> {
  const { code, key, deadlines } = await filed()
  const due = deadlines.find(({ milestone }) => milestone === 'first_reply')?.dueAt ?? ''
  const after = new Date(Date.parse(due) + 1_000)
  await setClock(after)
  await tick(after)
  return { code, key }
}

/** One for which nothing is owed after all. */
async function waived(): Promise<{ code: string; key: string }> {
  await setClock()
  const cookie = await signIn('owner@minh-an.example')
  const { code, key } = await late()
  const { remedies } = (await (await deskFetch(`/tickets/${code}`, cookie)).json()) as {
    remedies: { id: string }[]
  }
  const body = { exclusion: 'out-of-term', evidence: [], text: 'Máy đã hết hạn bảo hành.' }
  const response = await deskFetch(`/tickets/${code}/remedies/${remedies[0]?.id}/waiver`, cookie, {
    method: 'POST',
    body,
  })
  expect(response.ok, await response.clone().text()).toBe(true)
  return { code, key }
}

const looks: [string, 'vi' | 'en', BrowserContextOptions, string][] = [
  ['en, dark, 320 px', 'en', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }, ''],
  ['vi, forced colours', 'vi', { viewport: { width: 360, height: 740 }, forcedColors: 'active' }, ''],
  [
    'en, text twice as large',
    'en',
    { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    'double',
  ],
  ['vi, from right to left', 'vi', { viewport: { width: 1280, height: 800 } }, 'rtl'],
]

afterEach(() => setClock())

test.each(looks)('every state is accessible and fits: %s', async (_, locale, options, how) => {
  const { page, close } = await shopPage(snippet.replace('data-', `data-locale="${locale}" data-`), options)
  if (how === 'double') {
    // What a reader's setting does: `medium` is twice as large.
    const session = await page.context().newCDPSession(page)
    await session.send('Page.enable')
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  }
  if (how === 'rtl') await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  page.setDefaultTimeout(15_000)
  const states: string[] = []
  await through(page, locale, async (state) => {
    states.push(state)
    expect(await violations(page), state).toEqual([])
    await expectNoSidewaysScroll(page)
    expect(await clipped(page), state).toEqual([])
  })
  expect(states).toHaveLength(14)
  await close()
})

/** Texts of the panel that are wider than what holds them, and fields that a phone would zoom into. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const { overflowX, textOverflow, fontSize } = getComputedStyle(element)
        const isMeant = textOverflow === 'ellipsis' || element.classList.contains('unseen')
        if (overflowX === 'auto' && element.scrollWidth > element.clientWidth + 1 && !isMeant) {
          found.push(`${element.localName}.${element.className} scrolls sideways`)
        }
        if (
          element instanceof HTMLInputElement &&
          Number.parseFloat(fontSize) < 16 &&
          element.type !== 'file'
        ) {
          found.push(`${element.id} is written in ${fontSize}`)
        }
        if (element.shadowRoot) look(element.shadowRoot)
      }
    }
    look(document)
    return found
  })
}
