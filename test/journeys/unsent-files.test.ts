import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { status } from './over-urls.ts'
import { photo } from './photo.ts'
import { launcherOf, shopPage, snippet, strictPolicy, writeSuggestion } from './shop-page.ts'

const files = (page: Page) => page.locator('input[type=file]')
const uploaded = (page: Page, name: string) =>
  page.getByText(`Đã tải lên ${name}.`).first().waitFor({ state: 'attached' })

/** The keys under which files were uploaded, each as often as it was answered with success. */
function uploadsOf(page: Page): string[] {
  const keys: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/attachments') && response.status() === 201)
      keys.push(response.request().headers()['idempotency-key'] ?? '')
  })
  return keys
}

/** Writes a request, up to where the network may go. */
async function begin(page: Page, message: string): Promise<void> {
  await launcherOf(page).click()
  await writeSuggestion(page, message)
}

/** Sends it, and tells which files it has then. */
async function send(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  const kept = await page.evaluate(() => localStorage.getItem('camket:minh-an:requests'))
  const [{ code, key }] = JSON.parse(kept ?? '[]') as [{ code: string; key: string }]
  const { messages } = await status(code, key)
  return messages.flatMap(({ attachments }) => attachments.map(({ name }) => name))
}

test('two photos that are chosen without a network outlive the page, and go up once', async () => {
  const { page, complaints, close } = await shopPage(snippet, { policy: strictPolicy })
  const { href } = new URL(page.url())
  await begin(page, 'Hai tấm ảnh chụp lúc mất mạng.')
  await page.context().setOffline(true)
  await files(page).setInputFiles([photo('một.png'), photo('hai.png')])
  await page.getByText('Mất mạng; tự tải tiếp khi có mạng lại.').nth(1).waitFor()
  // A file is kept here while its upload is tried, and that may fail sooner.
  await expect.poll(() => leftOnDevice(page)).toEqual(['hai.png', 'một.png'])
  await expect.poll(() => namedInDraft(page)).toEqual(['một.png', 'hai.png'])

  await page.goto('about:blank')
  await page.context().setOffline(false)
  // Without a network a browser complains of each upload that it could not make.
  const before = complaints.splice(0)
  expect(before.every((text) => text.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true)
  const uploads = uploadsOf(page)
  await page.goto(href)
  await launcherOf(page).click()
  await page.getByRole('button', { name: 'Viết tiếp' }).click()
  await page.getByText('0,1 MB').nth(1).waitFor()
  // In the order in which they arrived.
  expect((await send(page)).sort()).toEqual(['hai.png', 'một.png'])
  expect(new Set(uploads).size).toBe(2)
  expect(uploads).toHaveLength(2)
  expect(await leftOnDevice(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('an upload that the network leaves in the middle goes on by itself, and makes one attachment', async () => {
  const { page, close } = await shopPage(snippet, { policy: strictPolicy })
  const uploads = uploadsOf(page)
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/attachments')) keys.push(request.headers()['idempotency-key'])
  })
  await begin(page, 'Giấy bảo hành dày.')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 300_000 }
  await network.send('Network.emulateNetworkConditions', slow)
  const buffer = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(8_000_000, 'x')])
  await files(page).setInputFiles({ name: 'giấy.pdf', mimeType: 'application/pdf', buffer })
  const sent = () => page.locator('progress').evaluate((bar) => Number(bar.getAttribute('value')))
  await expect.poll(sent, { timeout: 15_000 }).toBeGreaterThan(100_000)
  await page.context().setOffline(true)
  expect(await sent()).toBeLessThan(buffer.length / 2)
  await page.context().setOffline(false)
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
  await uploaded(page, 'giấy.pdf')
  expect(await send(page)).toEqual(['giấy.pdf'])
  expect(uploads).toHaveLength(1)
  expect(keys).toEqual([uploads[0], uploads[0]])
  await close()
})

/** Names of the files that the draft is waiting for. */
function namedInDraft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const draft = JSON.parse(localStorage.getItem('camket:minh-an:draft') ?? '{}')
    return (draft.files ?? []).map(({ name }: { name: string }) => name)
  })
}

/** Names of files that this device still keeps. */
function leftOnDevice(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open('camket:minh-an')
        opening.onerror = fail
        opening.onsuccess = () => {
          const all = opening.result.transaction('files').objectStore('files').getAll()
          all.onsuccess = () => done(all.result.map(({ file }) => file.name).sort())
        }
      }),
  )
}
