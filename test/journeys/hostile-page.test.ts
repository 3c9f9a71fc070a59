import { expect, test } from 'vitest'
import { violations } from './browser.ts'
import { url } from './over-urls.ts'
import { launcherOf, shopPage, snippet, strictPolicy, writeSuggestion } from './shop-page.ts'

test('under a strict policy with Trusted Types a request is filed, without one violation', async () => {
  const { page, complaints, close } = await shopPage(snippet, { policy: strictPolicy })
  await launcherOf(page).click()
  await writeSuggestion(page, 'Trang này nghiêm thật.')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  await page.getByRole('button', { name: 'Theo dõi yêu cầu' }).click()
  await page.getByText('Trang này nghiêm thật.').first().waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('under a policy that lets nobody make a Trusted Types policy, and scripts only by a nonce, it works too', async () => {
  const policy = `default-src 'self' ${url}; script-src 'nonce-so'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`
  const html = snippet.replace('<script', '<script nonce="so"').replace('data-', 'data-nonce="so" data-')
  const { page, complaints, close } = await shopPage(html, { policy })
  await launcherOf(page).click()
  await page.getByRole('button', { name: /^Bảo hành/ }).click()
  await page.getByLabel(/^Sản phẩm/).fill('Tủ lạnh Frosty 260 lít')
  expect(complaints.filter((said) => !said.includes('/shop.js'))).toEqual([])
  await close()
})

const hostileCss = `<style>
  * { all: unset !important }
  * { display: none !important; color: red !important; font-size: 3px !important; text-transform: uppercase !important;
      letter-spacing: 2em !important; visibility: hidden !important; pointer-events: none !important;
      line-height: 0 !important; cursor: none !important; direction: ltr !important }
  html, body { display: block !important; visibility: visible !important }
  body { pointer-events: auto !important }
</style>`

test('style sheets that reset and hide everything leave it as it is', async () => {
  const { page, close } = await shopPage(hostileCss + snippet)
  const launcher = launcherOf(page)
  await launcher.click()
  await page.getByRole('button', { name: /^Bảo hành/ }).waitFor()
  const seen = await page.getByRole('button', { name: /^Bảo hành/ }).evaluate((button) => {
    const { display, color, textTransform, letterSpacing, visibility, pointerEvents } =
      getComputedStyle(button)
    return { display, color, textTransform, letterSpacing, visibility, pointerEvents }
  })
  expect(seen).toEqual({
    display: 'grid',
    color: 'rgb(25, 28, 31)',
    textTransform: 'none',
    letterSpacing: 'normal',
    visibility: 'visible',
    pointerEvents: 'auto',
  })
  await close()
})

test('keys that are typed in it start no shortcut of the page, whether it listens on the way down or up', async () => {
  const scripts = `
    globalThis.heard = []
    for (const type of ['keydown', 'keyup', 'keypress'])
      for (const down of [true, false])
        document.addEventListener(type, (event) => { heard.push(event.key); event.preventDefault() }, down)`
  const { page, close } = await shopPage(snippet, { scripts })
  await launcherOf(page).click()
  await page.getByRole('button', { name: /^Góp ý/ }).click()
  const field = page.getByLabel(/Quý khách góp ý điều gì/)
  await field.click()
  await page.keyboard.type('s/?gọi')
  expect(await field.inputValue()).toBe('s/?gọi')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('camket-widget')
  expect(await page.evaluate('heard')).toEqual([])
  await close()
})

const trap = `
  const dialog = document.createElement('div')
  dialog.id = 'trap'
  dialog.tabIndex = -1
  document.body.prepend(dialog)
  const back = (event) => { if (!dialog.contains(event.target)) dialog.focus() }
  for (const type of ['focusin', 'focus']) document.addEventListener(type, back, true)
  document.addEventListener('focusout', (event) => { if (event.relatedTarget !== dialog) dialog.focus() })
  dialog.focus()`

test('a page that pulls focus back to its own dialog does not lock it out', async () => {
  const { page, close } = await shopPage(snippet, { scripts: trap })
  await launcherOf(page).click()
  await page.getByRole('button', { name: /^Góp ý/ }).click()
  await page.getByLabel(/Quý khách góp ý điều gì/).click()
  await page.keyboard.type('vẫn gõ được')
  expect(await page.getByLabel(/Quý khách góp ý điều gì/).inputValue()).toBe('vẫn gõ được')
  await close()
})

test('a page that makes all but its own dialog inert does not lock it out', async () => {
  const { page, close } = await shopPage(snippet)
  await launcherOf(page).waitFor()
  await page.evaluate(() => {
    for (const child of document.body.children) {
      child.setAttribute('inert', '')
      child.setAttribute('aria-hidden', 'true')
    }
  })
  await launcherOf(page).click()
  await page.getByRole('button', { name: /^Bảo hành/ }).click()
  await page.getByRole('heading', { name: 'Yêu cầu bảo hành' }).waitFor()
  await close()
})

test('a modal dialog of the page can open it over itself, by a button that came later', async () => {
  const { page, close } = await shopPage(snippet)
  await launcherOf(page).waitFor()
  await page.evaluate(() => {
    const dialog = document.createElement('dialog')
    const button = document.createElement('button')
    button.dataset.camketOpen = 'warranty'
    button.textContent = 'Báo hư'
    dialog.append(button)
    dialog.addEventListener('click', (event) => event.stopPropagation())
    document.body.append(dialog)
    dialog.showModal()
  })
  await page.getByRole('button', { name: 'Báo hư' }).click()
  await page.getByLabel(/^Số sê-ri/).click()
  await page.keyboard.type('AQ1')
  expect(await page.getByLabel(/^Số sê-ri/).inputValue()).toBe('AQ1')
  await page.keyboard.press('Escape')
  await page
    .getByRole('heading', { name: 'Yêu cầu bảo hành' })
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  expect(await page.getByRole('button', { name: 'Báo hư' }).isVisible()).toBe(true)
  await close()
})

test('whatever a page stacks, the panel lies on top', async () => {
  const cover = '<div id="cover" style="position:fixed;inset:0;z-index:2147483647;background:#000"></div>'
  const { page, close } = await shopPage(cover + snippet)
  await launcherOf(page).waitFor()
  await page.evaluate("camket('open')")
  await page.getByRole('button', { name: /^Bảo hành/ }).click()
  await page.getByRole('heading', { name: 'Yêu cầu bảo hành' }).waitFor()
  await close()
})

test('three widgets of one page each keep to their own', async () => {
  const inline = '<camket-widget merchant="song-xanh" mode="inline" locale="en"></camket-widget>'
  const second =
    '<camket-widget merchant="minh-an" position="start" kinds="complaint" heading="Chê chúng tôi"></camket-widget>'
  const { page, complaints, close } = await shopPage(inline + second + snippet)
  const [first, other, third] = [0, 1, 2].map((index) => page.locator('camket-widget').nth(index))
  await first?.getByRole('button', { name: /^Suggestion/ }).waitFor()
  await other?.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await other?.getByRole('heading', { name: 'Chê chúng tôi' }).waitFor()
  expect(await other?.getByRole('button', { name: /^(Khiếu nại|Bảo hành|Góp ý)/ }).count()).toBe(1)
  await third?.getByRole('button', { name: 'Hỗ trợ & bảo hành' }).click()
  await third?.getByRole('button', { name: /^Bảo hành/ }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('a page that listens for errors hears of none, and finds no new global but camket', async () => {
  const scripts = `
    globalThis.errors = []
    onerror = (message) => { errors.push(String(message)); return false }
    onunhandledrejection = (event) => errors.push(String(event.reason))
    globalThis.messages = 0
    const listen = addEventListener
    globalThis.addEventListener = function (type, ...rest) { if (type === 'message') messages++; return listen.call(this, type, ...rest) }
    globalThis.before = []
    globalThis.before = Object.getOwnPropertyNames(globalThis)`
  const { page, close } = await shopPage(snippet, { scripts })
  await page.route('**/api/v1/**/deadlines', (route) => route.abort())
  await launcherOf(page).click()
  await writeSuggestion(page, 'Một dòng.')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  expect(await page.evaluate('errors')).toEqual([])
  expect(await page.evaluate('messages')).toBe(0)
  expect(
    await page.evaluate('Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name))'),
  ).toEqual(['camket'])
  await close()
})
