import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { address, file } from './over-urls.ts'

/** Limits count by minutes of the clock: what a flood is for has to come within the same one. */
const minute_millis = 60_000
const needed_millis = 25_000
const filings_max = 200
const filings_at_once = 20

/** Files with `minh-an` from ever other addresses until more is only taken with a proof. */
export async function flood(): Promise<void> {
  const left = minute_millis - (Date.now() % minute_millis)
  if (left < needed_millis) await wait(left + 100)
  for (let count = 0; count < filings_max; count += filings_at_once) {
    const answers = await Promise.all(
      Array.from({ length: filings_at_once }, (_, index) => fileOne(count + index)),
    )
    if (answers.some(({ status }) => status === 403)) return
  }
  throw new Error(`${filings_max} requests were no flood.`)
}

const fileOne = (number: number) =>
  file(
    {
      kind: 'suggestion',
      subject: 'Dồn dập',
      message: 'Dồn dập',
      locale: 'vi',
      channel: 'api',
      customer: { name: 'Phần mềm', email: `${randomUUID()}@phan-mem.example` },
    },
    { headers: address(number) },
  )

/**
 * Stands in for Turnstile's script and frame, from Turnstile's own origin, so that the page's policy has to let both in.
 * `token` is what it gives for the press of its button, each time another.
 */
export async function standInForTurnstile(visitor: BrowserContext, token = 'good'): Promise<void> {
  const script = `
    let count = 0
    globalThis.turnstile = {
      render(box, { sitekey, language, size, callback }) {
        const frame = document.createElement('iframe')
        frame.title = 'Turnstile'
        frame.width = size === 'compact' ? 150 : 300
        frame.height = size === 'compact' ? 140 : 65
        frame.style.border = '0'
        frame.src = 'https://challenges.cloudflare.com/frame?' + new URLSearchParams({ sitekey, language })
        addEventListener('message', ({ source }) => {
          if (source === frame.contentWindow) callback('${token}-' + sitekey + '-' + Date.now() + count++)
        })
        box.append(frame)
        return 'widget'
      },
      reset() {},
      remove() { document.querySelector('#box iframe').remove() },
    }`
  const frame = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Turnstile</title>
    <button onclick="parent.postMessage('', '*')">Tôi là người</button>`
  await visitor.route('https://challenges.cloudflare.com/**', (route) =>
    route.request().url().includes('/turnstile/v0/api.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body: frame }),
  )
}

/**
 * The person comes back to this tab from another. Tests tell every page that it has the focus, so none would notice: that
 * ends here, and the browser itself takes the focus away and gives it back.
 */
export async function comeBackTo(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const other = await page.context().newPage()
  await other.bringToFront()
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false)
  await other.close()
  await page.bringToFront()
}
