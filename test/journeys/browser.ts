import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { chromiumOptions, signIn, url } from './over-urls.ts'

let browser: Browser | undefined
const complaints = new WeakMap<BrowserContext, string[]>()

afterAll(async () => {
  await browser?.close()
})

/** A new person at a real browser; `complaintsOf` tells what the browser found wrong with the pages. */
export async function newVisitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= await chromium.launch({
    executablePath: chromiumOptions.executablePath,
    // Pages that a test answers for the shop come from nowhere, and would not be let to an address of this machine.
    args: [...chromiumOptions.args, '--disable-features=LocalNetworkAccessChecks'],
  })
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
  const found: string[] = []
  complaints.set(context, found)
  context.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/i.test(message.text())) {
      found.push(`${message.text()} (${message.page()?.url()})`)
    }
  })
  context.on('weberror', (error) => found.push(error.error().message))
  return context
}

/** Errors, refused loads and policy violations on any page of this visitor so far. */
export const complaintsOf = (context: BrowserContext): string[] => complaints.get(context) ?? []

/** A member of staff, signed in as people do: by the link in the mail, and a press of the button. */
export async function newStaff(email: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await newVisitor(options)
  const cookie = await signIn(email)
  const { hostname } = new URL(url)
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), domain: hostname, path: '/api/v1/desk', httpOnly: true }
    }),
  )
  return context
}

/** What axe finds wrong with a page as it stands, once nothing of it fades in any more, each as one line. */
export async function violations(page: Page): Promise<string[]> {
  await standstill(page)
  const found = await lookOver(page)
  if (found.length === 0) return found
  // What began to fade in only while it was looked at is looked at again.
  await standstill(page)
  return lookOver(page)
}

async function lookOver(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Nothing moves but what always does. */
const standstill = (page: Page) =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** Nothing sticks out to the right, at 320 px as anywhere. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(client)
}
