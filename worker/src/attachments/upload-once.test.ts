import { env } from 'cloudflare:workers'
import { limits, uploadView } from '@camket/contracts'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { accepted, jpegOf } from '../testing/sample-files.ts'
import { storeMerchant } from '../testing/store-request.ts'
import { testContext } from '../testing/test-context.ts'
import { readUpload } from './read-upload.ts'
import { removeUnattached } from './remove-unattached.ts'
import { attachmentsOf, attachTo, readAttachment } from './store.ts'
import { uploadOnce } from './upload-once.ts'

const start = Date.now()
const at = (seconds: number) => testContext(start + seconds * 1000)
const { db } = at(0)
const lease = limits.idempotency_lease_seconds
const png = accepted['image/png']

/** Each test has an address of the network to itself, so that none uses up another's limit. */
let address = ''
let tests = 0

beforeAll(async () => {
  await storeMerchant(at(0), { id: 'mer_1', slug: 'minh-an' })
  await storeMerchant(at(0), { id: 'mer_2', slug: 'song-xanh' })
})

beforeEach(() => {
  tests += 1
  address = `203.0.113.${tests}`
})

afterEach(async () => {
  const { objects } = await env.FILES.list()
  await env.FILES.delete(objects.map(({ key }) => key))
  await env.DB.exec('DELETE FROM attachments')
})

function upload(body: BodyInit, key: string, merchant = 'minh-an') {
  const headers = { 'CF-Connecting-IP': address, 'Idempotency-Key': key, 'X-File-Name': 'tu-lanh.png' }
  const to = `https://camket.test/api/v1/merchants/${merchant}/attachments`
  return app.request(new Request(to, { method: 'POST', body, headers }), {}, env)
}

async function uploaded(body: BodyInit, key: string, merchant?: string) {
  const response = await upload(body, key, merchant)
  expect(response.status, await response.clone().text()).toBe(201)
  return {
    view: uploadView.parse(await response.json()),
    replayed: response.headers.get('Idempotency-Replayed'),
  }
}

async function refusal(body: BodyInit, key: string) {
  const response = await upload(body, key)
  return [response.status, ((await response.json()) as { code: string }).code]
}

/** At an instant, and as it comes over the network: the size is stated, and the body is a stream. */
async function uploadAt(seconds: number, body: BodyInit, stated_bytes: number) {
  const headers = { 'Content-Length': String(stated_bytes) }
  const file = await readUpload(new Request('https://camket.test/', { method: 'POST', body, headers }))
  if ('refused' in file) throw new Error(file.refused)
  const once = { key: 'upload:a', secret: env.KEY_SECRET }
  return uploadOnce(at(seconds), env.FILES, { merchantId: 'mer_1' }, file, once)
}

/** A file of which so much has come as tells its type; the rest comes when it is let go on. */
function slow(bytes: Uint8Array<ArrayBuffer>) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const half = bytes.byteLength / 2
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(bytes.slice(0, half)),
    async pull(controller) {
      await promise
      controller.enqueue(bytes.slice(half))
      controller.close()
    },
  })
  return { body, goOn: resolve, breakOff: () => reject(new Error('connection lost')) }
}

async function untilThereIsARow(): Promise<void> {
  await expect.poll(async () => (await stored()).rows).toBe(1)
}

async function stored() {
  const { objects } = await env.FILES.list()
  const row = await env.DB.prepare('SELECT count(*) AS rows FROM attachments').first<{ rows: number }>()
  return { objects: objects.length, rows: row?.rows ?? -1 }
}

describe('an upload with a key', () => {
  it('may be repeated: one row, one file and the same answer', async () => {
    const first = await uploaded(png, 'a')
    const second = await uploaded(png, 'a')
    expect(second.view).toEqual(first.view)
    expect([first.replayed, second.replayed]).toEqual([null, 'true'])
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('may be repeated in a form, and when it is longer than what tells its type', async () => {
    const bytes = jpegOf(200_000)
    const form = new FormData()
    form.append('file', new Blob([bytes]), 'tủ lạnh.jpg')
    const { view } = await uploaded(form, 'a')
    for (const body of [bytes, form]) expect(await uploaded(body, 'a')).toEqual({ view, replayed: 'true' })
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('has the same answer once its file is attached, for ever', async () => {
    const { view } = await uploaded(png, 'a')
    await attachTo(db, { merchantId: 'mer_1', ids: [view.id], ticketId: 'tic_1', messageId: 'msg_1' })
    expect(await uploaded(png, 'a')).toEqual({ view, replayed: 'true' })
    expect(await readAttachment(db, view.id)).toMatchObject({ ticketId: 'tic_1' })
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('is refused for any other file, which changes nothing', async () => {
    const { view } = await uploaded(jpegOf(50_000), 'a')
    const sameSize = jpegOf(50_000)
    sameSize[49_000] = (sameSize[49_000] ?? 0) ^ 1
    for (const other of [png, jpegOf(50_001), sameSize]) {
      expect(await refusal(other, 'a')).toEqual([422, 'idempotency_key_reused'])
    }
    expect((await uploaded(jpegOf(50_000), 'a')).view).toEqual(view)
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('is another for another key, and for another merchant', async () => {
    const all = [await uploaded(png, 'a'), await uploaded(png, 'b'), await uploaded(png, 'a', 'song-xanh')]
    expect(new Set(all.map(({ view }) => view.id)).size).toBe(3)
    expect(all.map(({ replayed }) => replayed)).toEqual([null, null, null])
    expect(await stored()).toEqual({ objects: 3, rows: 3 })
  })

  it('stands on its ticket where it came, whatever its id', async () => {
    const ids: string[] = []
    for (const key of ['a', 'b', 'c', 'd', 'e']) ids.push((await uploaded(png, key)).view.id)
    expect(ids.toSorted()).not.toEqual(ids)
    await attachTo(db, { merchantId: 'mer_1', ids, ticketId: 'tic_1', messageId: 'msg_1' })
    expect((await attachmentsOf(db, 'tic_1')).map(({ id }) => id)).toEqual(ids)
  })

  it('needs one of visible ASCII characters', async () => {
    for (const key of ['two words', 'x'.repeat(limits.idempotency_key_chars_max + 1)]) {
      expect(await refusal(png, key)).toEqual([400, 'idempotency_key_invalid'])
    }
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })

  it('is stored anew after a removal', async () => {
    const { view } = await uploaded(png, 'a')
    expect(await removeUnattached(at(25 * 3600), env.FILES)).toBe(1)
    expect(await uploaded(png, 'a')).toMatchObject({ view: { id: view.id }, replayed: null })
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })
})

describe('two uploads with one key', () => {
  it('at once leave one row and one file', async () => {
    const responses = await Promise.all([1, 2, 3, 4].map(() => upload(jpegOf(300_000), 'a')))
    const statuses = responses.map(({ status }) => status)
    expect(statuses).toContain(201)
    for (const response of responses.filter(({ status }) => status !== 201)) {
      expect([response.status, response.headers.get('Retry-After')]).toEqual([409, '1'])
    }
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
    expect((await uploaded(jpegOf(300_000), 'a')).replayed).toBe('true')
  })

  it('do not wait for each other: while the first is under way the second is told so', async () => {
    const bytes = jpegOf(100_000)
    const first = slow(bytes)
    const uploading = uploadAt(0, first.body, bytes.byteLength)
    await untilThereIsARow()
    expect(await uploadAt(lease - 1, new Blob([bytes]).stream(), bytes.byteLength)).toEqual({
      refused: 'in_flight',
    })
    first.goOn()
    expect(await uploading).toMatchObject({ isReplayed: false })
    expect(await uploadAt(lease, new Blob([bytes]).stream(), bytes.byteLength)).toMatchObject({
      isReplayed: true,
    })
  })

  it('do not harm each other: the second stays when the first, given up for lost, breaks off', async () => {
    const bytes = jpegOf(100_000)
    const first = slow(bytes)
    const uploading = uploadAt(0, first.body, bytes.byteLength)
    await untilThereIsARow()
    const second = await uploadAt(lease, new Blob([bytes]).stream(), bytes.byteLength)
    first.breakOff()
    await expect(uploading).rejects.toThrow('connection lost')
    if ('refused' in second) throw new Error(second.refused)
    expect(await (await env.FILES.get(second.row.objectKey))?.bytes()).toEqual(bytes)
    expect(await uploadAt(lease + 1, new Blob([bytes]).stream(), bytes.byteLength)).toMatchObject({
      isReplayed: true,
    })
  })

  it('may follow at once when the first broke off', async () => {
    const bytes = jpegOf(100_000)
    const first = slow(bytes)
    first.breakOff()
    await expect(uploadAt(0, first.body, bytes.byteLength)).rejects.toThrow('connection lost')
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
    expect(await uploadAt(1, new Blob([bytes]).stream(), bytes.byteLength)).toMatchObject({
      isReplayed: false,
    })
  })
})

describe('an upload that a power cut stopped between row and file', () => {
  const bytes = jpegOf(100_000)
  const again = (seconds: number) => uploadAt(seconds, new Blob([bytes]).stream(), bytes.byteLength)

  async function cutOff() {
    const first = await again(0)
    if ('refused' in first) throw new Error(first.refused)
    await env.FILES.delete(first.row.objectKey)
    return first.row
  }

  it('is stored by a repeat, at the same place, as soon as it cannot be under way', async () => {
    const { id, objectKey } = await cutOff()
    expect(await again(lease - 1)).toEqual({ refused: 'in_flight' })
    expect(await again(lease)).toMatchObject({ row: { id, objectKey }, isReplayed: false })
    expect(await (await env.FILES.get(objectKey))?.bytes()).toEqual(bytes)
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('is stored by one of two repeats at once', async () => {
    await cutOff()
    const repeats = await Promise.all([again(lease), again(lease)])
    expect(repeats.filter((repeat) => 'row' in repeat && !repeat.isReplayed)).toHaveLength(1)
    expect(await stored()).toEqual({ objects: 1, rows: 1 })
  })

  it('can be attached for as long as one that is new', async () => {
    const { id } = await cutOff()
    await again(23 * 3600)
    expect(await removeUnattached(at(25 * 3600), env.FILES)).toBe(0)
    expect((await readAttachment(db, id))?.uploadedAt).toEqual(at(23 * 3600).now)
  })

  it('is left to the removal when that is near, so that no file stays without a row', async () => {
    await cutOff()
    const { unattached_hours_max, unattached_margin_minutes } = limits
    expect(await again(unattached_hours_max * 3600 - unattached_margin_minutes * 60)).toEqual({
      refused: 'in_flight',
    })
    expect(await removeUnattached(at(24 * 3600), env.FILES)).toBe(1)
    expect(await stored()).toEqual({ objects: 0, rows: 0 })
  })
})
