import { afterEach, describe, expect, test, vi } from 'vitest'
import { guardStorage } from '../session/store.ts'
import { button, find, mount, settled } from '../testing/mount.ts'
import { answerWith, refuseWith, sessionOf } from '../testing/sample.ts'
import { forgetFile, keepFile, keptFile } from './kept-files.ts'
import type { PhotoPicker } from './photo-picker.ts'

const merchant = 'minh-an'
const paper = (name: string) => new File([name], name, { type: 'application/pdf' })
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

/** A picker whose uploads fail while `isDown` says so; their keys and bodies are noted. */
async function mountPicker(isDown: () => boolean) {
  const uploads: { key: string; body: string }[] = []
  const session = await sessionOf(async (request) => {
    uploads.push({ key: request.headers.get('Idempotency-Key') ?? '', body: await request.text() })
    if (isDown()) throw new TypeError('network')
    return answerWith({ id: `att_${uploads.length}`, name: 'x.pdf', size: 9, type: 'application/pdf' }, 201)
  })
  return { uploads, picker: await mount<PhotoPicker>('camket-photo-picker', { session }) }
}

/** One that has kept a file that could not be uploaded. */
async function mountKept() {
  const mounted = await mountPicker(() => true)
  mounted.picker.add([paper('hóa đơn.pdf')])
  await expect.poll(() => mounted.picker.saved.length).toBe(1)
  await expect.poll(() => mounted.picker.pending).toBe('uploadFailed')
  const [saved] = mounted.picker.saved
  return { ...mounted, key: saved?.key ?? '' }
}

const textOf = async (key: string) => (await keptFile(merchant, key))?.text()

afterEach(async () => {
  document.body.replaceChildren()
  localStorage.clear()
  guardStorage(merchant, () => true)
  vi.restoreAllMocks()
  await new Promise((done) => {
    indexedDB.deleteDatabase(`camket:${merchant}`).onsuccess = done
  })
})

describe('a file that is not yet uploaded', () => {
  test('is kept, and goes up from the next page under the same key, once', async () => {
    const { picker, uploads, key } = await mountKept()
    const draft = JSON.parse(JSON.stringify(picker.saved))
    expect(draft).toMatchObject([{ id: '', name: 'hóa đơn.pdf', key }])

    const next = await mountPicker(() => false)
    next.picker.saved = draft
    expect(next.picker.pending).toBe('uploading')
    await expect.poll(() => next.picker.saved[0]?.id).toBe('att_1')
    expect(next.uploads).toEqual([uploads[0]])
    await expect.poll(() => textOf(key)).toBeUndefined()
  })

  test('is gone when it is removed, and when the draft is discarded', async () => {
    const removed = await mountKept()
    expect(await textOf(removed.key)).toBe('hóa đơn.pdf')
    button(removed.picker, 'Bỏ hóa đơn.pdf').click()
    expect(removed.picker.saved).toEqual([])
    await expect.poll(() => textOf(removed.key)).toBeUndefined()

    const discarded = await mountKept()
    discarded.picker.saved = []
    await expect.poll(() => textOf(discarded.key)).toBeUndefined()
  })

  test('is gone when it is of a kind that is never taken', async () => {
    const cleared = vi.spyOn(IDBObjectStore.prototype, 'delete')
    const session = await sessionOf(() => refuseWith('file_type_not_accepted', 415))
    const picker = await mount<PhotoPicker>('camket-photo-picker', { session })
    picker.add([paper('x.pdf')])
    await expect.poll(() => picker.pending).toBe('uploadFailed')
    await expect.poll(() => cleared.mock.calls.length).toBe(1)
    expect(await textOf(String(cleared.mock.calls[0]?.[0]))).toBeUndefined()
    expect(picker.saved).toEqual([])
  })

  test('is told of, and left out, when something has cleared it', async () => {
    const { picker, key } = await mountKept()
    const draft = picker.saved
    await forgetFile(merchant, key)
    const next = await mountPicker(() => false)
    next.picker.saved = draft
    await expect.poll(() => next.picker.saved.length).toBe(0)
    await settled(next.picker)
    expect(find(next.picker, '#problem').textContent).toContain('không còn giữ được')
    expect(next.uploads).toEqual([])
  })

  test('is not kept where nothing may be kept, and goes up all the same', async () => {
    guardStorage(merchant, () => false)
    const { picker } = await mountPicker(() => false)
    picker.add([paper('1.pdf')])
    await expect.poll(() => picker.saved[0]?.id).toBe('att_1')
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`camket:${merchant}`)
  })

  test('is said not to be kept where the browser has no room, and can be uploaded all the same', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    let isDown = true
    const { picker } = await mountPicker(() => isDown)
    picker.add([paper('1.pdf')])
    await expect.poll(() => picker.pending).toBe('uploadFailed')
    await settled(picker)
    expect(find(picker, '.under').textContent).toContain('Không giữ được trên máy này')
    expect(picker.saved).toEqual([])
    isDown = false
    button(picker, 'Tải lại 1.pdf').click()
    await expect.poll(() => picker.saved[0]?.id).toBe('att_2')
  })
})

test('what is a day old, and what no draft names, is cleared away with the next file', async () => {
  localStorage.setItem(
    `camket:${merchant}:draft`,
    JSON.stringify({ files: [{ key: 'named' }, { key: 'old' }] }),
  )
  for (const [key, keptAt] of [
    ['named', ago(22)],
    ['old', ago(24)],
    ['unnamed', ago(1)],
    ['new', ago(0)],
  ] as const) {
    await keepFile(merchant, { key, file: paper(key), keptAt })
  }
  await keepFile(merchant, { key: 'next', file: paper('next'), keptAt: ago(0) })
  const found = await Promise.all(['named', 'old', 'unnamed', 'new', 'next'].map(textOf))
  expect(found).toEqual(['named', undefined, undefined, 'new', 'next'])
})
