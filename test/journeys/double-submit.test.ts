import type { APIResponse, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor } from './browser.ts'
import { deskFetch, filed, signIn, status, url } from './over-urls.ts'
import { photo } from './photo.ts'

type Form = Record<string, string | ReturnType<typeof photo>>

/** Sends a form as a browser does, without following where it leads. */
function submit(page: Page, to: string, multipart: Form): Promise<APIResponse> {
  return page.request.post(url + to, { multipart, headers: { Origin: url }, maxRedirects: 0 })
}

const keyOn = (page: Page) => page.locator('input[name="idempotency-key"]').inputValue()

async function leadsTo(response: APIResponse): Promise<string> {
  expect(response.status(), await response.text()).toBe(303)
  return response.headers().location ?? ''
}

/** The form of a complaint that a page without script shows, filled in, with a photo and only a phone number. */
async function filledIn(page: Page, subject: string): Promise<Form> {
  await page.goto(`${url}/minh-an/new?kind=complaint`)
  return {
    'idempotency-key': await keyOn(page),
    subject,
    message: 'Cánh tủ bị móp khi giao.',
    'order-number': '',
    name: 'Phạm Thị Lan',
    email: '',
    phone: '0912 345 678',
    'customer-type': 'consumer',
    files: photo('cánh tủ.png'),
  }
}

async function codesOf(subject: string): Promise<string[]> {
  const cookie = await signIn('owner@minh-an.example')
  const inbox = (await (await deskFetch('/tickets?limit=100', cookie)).json()) as {
    tickets: { code: string; subject: string }[]
  }
  return inbox.tickets.filter((ticket) => ticket.subject === subject).map(({ code }) => code)
}

test.each([
  ['one after the other', async (send: () => Promise<APIResponse>) => [await send(), await send()]],
  ['at once', (send: () => Promise<APIResponse>) => Promise.all([send(), send()])],
] as const)(
  'a form with a photo that is sent twice, %s, leads to one receipt of one request',
  async (how, twice) => {
    const visitor = await newVisitor({ javaScriptEnabled: false })
    const page = await visitor.newPage()
    const subject = `Cánh tủ móp, gửi ${how}`
    const form = await filledIn(page, subject)
    const responses = await twice(() => submit(page, '/minh-an/new?kind=complaint', form))
    const receipts = await Promise.all(responses.map(leadsTo))
    expect(receipts).toHaveLength(2)
    expect(new Set(receipts).size).toBe(1)

    await page.goto(new URL(receipts[0] ?? '', url).href)
    await page.getByText('Đã nhận yêu cầu của quý khách').first().waitFor()
    const code = /CK-[0-9A-Z-]{14}/.exec(page.url())?.[0] ?? ''
    expect(await page.getByText(code).first().isVisible()).toBe(true)
    expect(await page.getByText('cánh tủ.png').count()).toBe(1)
    expect(await codesOf(subject)).toEqual([code])
    await visitor.close()
  },
)

test('a reply with a photo that is sent twice is said once', async () => {
  const { code, key, statusUrl } = await filed()
  const visitor = await newVisitor({ javaScriptEnabled: false })
  const page = await visitor.newPage()
  await page.goto(statusUrl)
  const form = {
    act: 'reply',
    'idempotency-key': await keyOn(page),
    message: 'Tôi gửi thêm ảnh.',
    files: photo('ngăn đá.png'),
  }
  for (let tries = 0; tries < 2; tries += 1) {
    expect(await leadsTo(await submit(page, `/minh-an/requests/${code}`, form))).toContain('now=sent')
  }
  const { messages } = await status(code, key)
  const said = messages.filter(({ text }) => text === form.message)
  expect(said).toHaveLength(1)
  expect(said[0]?.attachments).toMatchObject([{ name: 'ngăn đá.png', type: 'image/png' }])
  await visitor.close()
})
