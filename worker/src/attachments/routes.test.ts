import { env } from 'cloudflare:workers'
import { limits, uploadView } from '@camket/contracts'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../app.ts'
import { addStaff } from '../staff/add-staff.ts'
import { accepted, jpegOf, refused } from '../testing/sample-files.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { attachmentView } from './link.ts'
import { readAttachment } from './store.ts'

const context = testContext(Date.now())
const site = 'https://www.minh-an.example'
const png = accepted['image/png']

/** Each test has an address of the network to itself, so that none uses up another's limit. */
let address = ''
let tests = 0

beforeAll(async () => {
  await storeMerchant(context, { id: 'mer_1', slug: 'minh-an', allowedOrigins: [site] })
  await storeMerchant(context, { id: 'mer_2', slug: 'song-xanh' })
  const atFirst = { merchantId: 'mer_1', name: 'x' } as const
  await addStaff(context, { ...atFirst, id: 'stf_1', email: 'staff@example.com', role: 'staff' })
  await addStaff(context, { ...atFirst, email: 'reader@example.com', role: 'read_only' })
})

beforeEach(() => {
  tests += 1
  address = `203.0.113.${tests}`
})

afterEach(() => {
  vi.useRealTimers()
})

function send(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`https://camket.test/api/v1${path}`, {
    method: 'POST',
    body,
    headers: { 'CF-Connecting-IP': address, ...headers },
  })
  return app.request(request, {}, env)
}

const upload = (body: BodyInit, headers?: Record<string, string>, merchant = 'minh-an') =>
  send(`/merchants/${merchant}/attachments`, body, headers)

type Answer = { code?: string; detail?: string; errors?: { code: string }[] }
const problemOf = async (response: Response) => [response.status, ((await response.json()) as Answer).code]

/** A stored file and its link, as a view gives it. */
async function stored(bytes: Uint8Array<ArrayBuffer>, name = 'ảnh.jpg') {
  const response = await upload(bytes, { 'X-File-Name': encodeURIComponent(name) })
  const { id } = uploadView.parse(await response.json())
  const row = await readAttachment(context.db, id)
  if (!row) throw new Error('no row')
  const view = await attachmentView(row, {
    secret: env.KEY_SECRET,
    publicUrl: env.PUBLIC_URL,
    now: new Date(),
  })
  return { row, view }
}

const get = (url: string, headers: Record<string, string> = {}) => app.request(url, { headers }, env)

describe("a customer's upload", () => {
  it('is taken raw and in a form, and its answer says what it was found to be', async () => {
    const form = new FormData()
    form.append('file', new Blob([png], { type: 'text/html' }), 'Hóa đơn.html')
    const raw = { 'X-File-Name': encodeURIComponent('Hóa đơn.html'), 'Content-Type': 'text/html' }
    for (const response of [await upload(png, raw), await upload(form)]) {
      expect(response.status).toBe(201)
      const view = uploadView.parse(await response.json())
      expect(view).toMatchObject({ name: 'Hóa đơn.html.png', type: 'image/png', size: png.byteLength })
      expect(view).not.toHaveProperty('url')
      const preview = await get(view.previewUrl ?? '')
      expect(await preview.bytes()).toEqual(png)
    }
  })

  it('comes from the sites that the merchant lists, which may read the answer', async () => {
    const response = await upload(png, { Origin: site })
    expect(response.status).toBe(201)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(site)
    const other = await upload(png, { Origin: 'https://evil.example' })
    expect(other.headers.get('Access-Control-Allow-Origin')).toBe('https://evil.example')
    expect(await problemOf(other)).toEqual([403, 'origin_not_allowed'])
    const elsewhere = await upload(png, { Origin: site }, 'song-xanh')
    expect(await problemOf(elsewhere)).toEqual([403, 'origin_not_allowed'])
  })

  it('is announced by a preflight that names the header of its name', async () => {
    const response = await app.request(
      'https://camket.test/api/v1/merchants/minh-an/attachments',
      { method: 'OPTIONS', headers: { Origin: site, 'Access-Control-Request-Method': 'POST' } },
      env,
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(/X-File-Name/i)
  })

  it('is refused with what to do about it', async () => {
    const html = await upload(refused.html, { 'X-File-Name': 'photo.jpg', 'Content-Type': 'image/jpeg' })
    const { code, detail } = (await html.clone().json()) as Answer
    expect([html.status, code]).toEqual([415, 'file_type_not_accepted'])
    for (const name of ['JPEG', 'PNG', 'WebP', 'HEIC', 'PDF', 'MP4']) expect(detail).toContain(name)
    expect(html.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await problemOf(await upload(jpegOf(limits.attachment_bytes_max + 1)))).toEqual([
      413,
      'file_too_large',
    ])
    const stated = await upload('x', { 'Content-Length': String(limits.attachment_bytes_max + 1) })
    expect(await problemOf(stated)).toEqual([413, 'file_too_large'])
    const empty = await upload('')
    expect(await problemOf(empty.clone())).toEqual([422, 'invalid_body'])
    expect(((await empty.json()) as Answer).errors).toMatchObject([{ code: 'empty' }])
    expect(await problemOf(await upload(png, {}, 'no-such-merchant'))).toEqual([404, 'merchant_not_found'])
  })

  it('is limited for an address that sends too many', async () => {
    for (let count = 0; count < 30; count += 1) expect((await upload('')).status).toBe(422)
    const response = await upload(png)
    expect(response.headers.get('Retry-After')).toBe('60')
    expect(await problemOf(response)).toEqual([429, 'rate_limited'])
    expect((await upload(png, { 'CF-Connecting-IP': '198.51.100.1' })).status).toBe(201)
  })
})

describe("staff's upload", () => {
  it('is for the merchant of the session, and says who did it', async () => {
    const response = await send('/desk/attachments', png, { Cookie: await signInAs('staff@example.com') })
    expect(response.status).toBe(201)
    const { id } = uploadView.parse(await response.json())
    expect(await readAttachment(context.db, id)).toMatchObject({ merchantId: 'mer_1', staffId: 'stf_1' })
  })

  it('needs a session, a role that may, and our own page', async () => {
    const to = '/desk/attachments'
    expect(await problemOf(await send(to, png))).toEqual([401, 'sign_in_needed'])
    const reader = { Cookie: await signInAs('reader@example.com') }
    expect(await problemOf(await send(to, png, reader))).toEqual([403, 'role_not_allowed'])
    const elsewhere = { Cookie: await signInAs('staff@example.com'), Origin: site }
    expect(await problemOf(await send(to, png, elsewhere))).toEqual([403, 'cross_site_refused'])
  })
})

describe('a file behind its link', () => {
  it('is saved under its own name, and harmless where it is opened all the same', async () => {
    const { view } = await stored(jpegOf(500), "Ảnh 'máy giặt' (1)*.jpg")
    const response = await get(view.url)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '500',
      'content-disposition':
        "attachment; filename*=UTF-8''%E1%BA%A2nh%20%27m%C3%A1y%20gi%E1%BA%B7t%27%20%281%29%2A.jpg",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(response.headers.get('Cache-Control')).toMatch(/^private, max-age=\d+, immutable$/)
    expect(await response.bytes()).toEqual(jpegOf(500))
  })

  it('is shown in place only where it is a picture that every browser draws', async () => {
    const dispositionOf = async (url: string) =>
      (await get(url)).headers.get('Content-Disposition')?.split(';')[0]
    for (const [type, bytes] of Object.entries(accepted)) {
      const { view } = await stored(bytes, 'x')
      const isShown = ['image/jpeg', 'image/png', 'image/webp'].includes(type)
      expect(await dispositionOf(`${view.url}&preview=1`), type).toBe(isShown ? 'inline' : 'attachment')
      expect(await dispositionOf(view.url), type).toBe('attachment')
      expect(view.previewUrl !== undefined, type).toBe(isShown)
    }
  })

  it('is not there for a link that was changed, is over, or belongs to another file', async () => {
    const { view, row } = await stored(png)
    const { row: another } = await stored(png)
    const changed = [
      view.url.replace(row.id, another.id),
      view.url.replace(/expires=\d/, 'expires=9'),
      view.url.replace(/signature=.*/, `signature=${'0'.repeat(64)}`),
      view.url.replace(/signature=.*/, ''),
      view.url.split('?')[0] ?? '',
    ]
    for (const url of changed)
      expect(await problemOf(await get(url)), url).toEqual([404, 'attachment_not_found'])
    const end = Number(new URL(view.url).searchParams.get('expires'))
    vi.useFakeTimers({ toFake: ['Date'], now: end - 1 })
    expect((await get(view.url)).status).toBe(200)
    vi.setSystemTime(end)
    expect(await problemOf(await get(view.url))).toEqual([404, 'attachment_not_found'])
  })

  it('comes in parts to whoever asks for a part', async () => {
    const { view } = await stored(jpegOf(1_000))
    const part = await get(view.url, { Range: 'bytes=10-19' })
    expect([part.status, part.headers.get('Content-Range')]).toEqual([206, 'bytes 10-19/1000'])
    expect(part.headers.get('Content-Length')).toBe('10')
    expect(await part.bytes()).toEqual(jpegOf(1_000).slice(10, 20))
    const last = await get(view.url, { Range: 'bytes=-5' })
    expect([last.status, last.headers.get('Content-Range')]).toEqual([206, 'bytes 995-999/1000'])
    for (const range of ['bytes=1000-', 'bytes=5-4', 'bytes=-0', 'bytes=0-1,5-6', 'items=0-1', 'bytes=-']) {
      const whole = await get(view.url, { Range: range })
      expect([whole.status, (await whole.bytes()).byteLength], range).toEqual([200, 1_000])
    }
    const open = await get(view.url, { Range: 'bytes=990-5000' })
    expect(open.headers.get('Content-Range')).toBe('bytes 990-999/1000')
    await open.body?.cancel()
  })
})
