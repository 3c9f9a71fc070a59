import { env } from 'cloudflare:workers'
import { limits } from '@camket/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { accepted, jpegOf, refused } from '../testing/sample-files.ts'
import { testContext } from '../testing/test-context.ts'
import { readUpload } from './read-upload.ts'
import { type AttachmentRow, readAttachment } from './store.ts'
import { uploadFile } from './upload-file.ts'

const context = testContext('2026-11-24T02:00:00Z')
const max = limits.attachment_bytes_max
const address = 'https://camket.test/api/v1/merchants/minh-an/attachments'

async function upload(request: Request) {
  const file = await readUpload(request)
  return 'refused' in file ? file : uploadFile(context, env.FILES, { merchantId: 'mer_1' }, file)
}

const raw = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(address, { method: 'POST', body, headers })

/** As it comes over the network: the size is stated, and the body is a stream. */
const rawWithSize = (bytes: Uint8Array<ArrayBuffer>, stated_bytes = bytes.byteLength) =>
  raw(new Blob([bytes]).stream(), { 'content-length': String(stated_bytes) })

function form(parts: Record<string, Blob | string>, fileName = 'ảnh.jpg'): Request {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') data.append(name, value)
    else data.append(name, value, fileName)
  }
  return new Request(address, { method: 'POST', body: data })
}

async function stored(): Promise<{ objects: number; rows: number }> {
  const { objects } = await env.FILES.list()
  const row = await env.DB.prepare('SELECT count(*) AS rows FROM attachments').first<{ rows: number }>()
  return { objects: objects.length, rows: row?.rows ?? -1 }
}

function expectRow(answer: Awaited<ReturnType<typeof upload>>): AttachmentRow {
  if ('refused' in answer) throw new Error(`refused as ${answer.refused}`)
  return answer
}

afterEach(async () => {
  const { objects } = await env.FILES.list()
  await env.FILES.delete(objects.map(({ key }) => key))
  await env.DB.exec('DELETE FROM attachments')
})

describe('an upload', () => {
  it.each(Object.entries(accepted))('of %s is kept byte for byte, raw and in a form', async (type, bytes) => {
    for (const request of [rawWithSize(bytes), raw(bytes), form({ file: new Blob([bytes]) })]) {
      const row = expectRow(await upload(request))
      expect(row).toMatchObject({ type, sizeBytes: bytes.byteLength, merchantId: 'mer_1', ticketId: null })
      const object = await env.FILES.get(row.objectKey)
      expect(await object?.bytes()).toEqual(bytes)
      expect(await readAttachment(context.db, row.id)).toEqual(row)
    }
  })

  it.each(Object.entries(refused))('of %s is refused, and leaves nothing', async (_name, bytes) => {
    const declared = { 'content-type': 'image/jpeg', 'x-file-name': 'photo.jpg' }
    for (const request of [raw(bytes, declared), form({ file: new Blob([bytes], { type: 'image/jpeg' }) })]) {
      expect(await upload(request)).toEqual({ refused: 'type_not_accepted' })
    }
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })

  it('may be as large as the limit to the byte, however it comes', async () => {
    const bytes = jpegOf(max)
    for (const request of [rawWithSize(bytes), raw(bytes), form({ file: new Blob([bytes]) })]) {
      const { objectKey } = expectRow(await upload(request))
      expect((await env.FILES.head(objectKey))?.size).toBe(max)
    }
  })

  it('is refused when it is one byte larger, and leaves nothing', async () => {
    const bytes = jpegOf(max + 1)
    for (const request of [rawWithSize(bytes), raw(bytes), form({ file: new Blob([bytes]) })]) {
      expect(await upload(request)).toEqual({ refused: 'too_large' })
    }
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })

  it('of unstated size is read no further than the limit', async () => {
    let pulled_bytes = 0
    const chunk = jpegOf(1024 * 1024)
    const endless = new ReadableStream({
      pull(controller) {
        pulled_bytes += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    expect(await upload(raw(endless))).toEqual({ refused: 'too_large' })
    expect(pulled_bytes).toBeLessThan(max + 3 * chunk.byteLength)
  })

  it('that ends sooner or later than it stated leaves nothing', async () => {
    const bytes = jpegOf(50_000)
    await expect(upload(rawWithSize(bytes, 60_000))).rejects.toThrow()
    await expect(upload(rawWithSize(bytes, 40_000))).rejects.toThrow()
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })

  it('that breaks off on the way leaves nothing', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(jpegOf(20_000)),
      pull: (controller) => controller.error(new Error('connection lost')),
    })
    await expect(upload(raw(broken, { 'content-length': '50000' }))).rejects.toThrow('connection lost')
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })

  it('without a byte is refused', async () => {
    for (const request of [raw(''), rawWithSize(new Uint8Array()), form({ file: new Blob([]) })]) {
      expect(await upload(request)).toEqual({ refused: 'empty' })
    }
    expect(await upload(new Request(address, { method: 'POST' }))).toEqual({ refused: 'empty' })
  })

  it('takes the part named file, and says when there is none', async () => {
    const file = new Blob([accepted['image/png']])
    expectRow(await upload(form({ note: 'xin chào', other: new Blob(['x']), file })))
    expect(await upload(form({ other: file }))).toEqual({ refused: 'no_file' })
    expect(await upload(form({ file: 'not a file' }))).toEqual({ refused: 'no_file' })
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await upload(raw('--x\r\nContent-Dis', broken))).toEqual({ refused: 'no_file' })
    expect(await upload(raw('x', { 'content-type': 'multipart/form-data' }))).toEqual({ refused: 'no_file' })
  })

  it('keeps a Vietnamese name however it comes', async () => {
    const name = 'Hóa đơn mua hàng tháng 11 – Điện máy Minh An.png'
    const bytes = accepted['image/png']
    const encoded = raw(bytes, { 'x-file-name': encodeURIComponent(name) })
    for (const request of [encoded, form({ file: new Blob([bytes]) }, name)]) {
      expect(expectRow(await upload(request)).name).toBe(name)
    }
    expect(expectRow(await upload(raw(bytes, { 'x-file-name': '100%.png' }))).name).toBe('100%.png')
  })

  it('lies where its id tells nobody', async () => {
    const [first, second] = [
      expectRow(await upload(raw(jpegOf(500)))),
      expectRow(await upload(raw(jpegOf(500)))),
    ]
    expect(first.objectKey).toMatch(/^mer_1\/[0-9a-f]{48}$/)
    expect(first.objectKey).not.toBe(second.objectKey)
    expect(first.id).toMatch(/^att_[0-9A-Z]{26}$/)
    expect(first.objectKey).not.toContain(first.id.slice(4))
  })
})
