import type { UploadView } from '@camket/contracts'
import type { Result } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import { describe, expect, it } from 'vitest'
import { keptValue, readForm } from './read-form.ts'

const id = (count: number) => `att_${String(count).padStart(26, '0')}`

/** An API that takes every file, and remembers their bytes. */
function taking() {
  const taken: { name: string; bytes: number }[] = []
  const upload = async (file: Blob, name: string): Promise<Result<UploadView>> => {
    taken.push({ name, bytes: file.size })
    const value = { id: id(taken.length), name, size: file.size, type: 'image/png' }
    return { ok: true, value, headers: new Headers() }
  }
  return { taken, upload }
}

function sent(entries: readonly [string, string | File][]): Request {
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return new Request('https://camket.example/minh-an/new', { method: 'POST', body })
}
const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name)

describe('a form', () => {
  it('arrives with its words as they were typed and its files handed on', async () => {
    const { taken, upload } = taking()
    const request = sent([
      ['message', 'Tủ lạnh kêu to.\r\nNgăn dưới không lạnh ữ Ệ'],
      ['files', file('ảnh tủ.png', 3)],
      ['files', new File([], '')],
    ])
    const read = await readForm(request, 5, upload)
    expect(read.fields.get('message')).toBe('Tủ lạnh kêu to.\nNgăn dưới không lạnh ữ Ệ')
    expect(taken).toEqual([{ name: 'ảnh tủ.png', bytes: 3 }])
    expect(read.files).toEqual([{ id: id(1), name: 'ảnh tủ.png' }])
    expect(read).toMatchObject({ fileErrors: [], hasTooMany: false, isTooLarge: false })
  })

  it('carries on the files that were taken before, and takes no more than may be attached', async () => {
    const { taken, upload } = taking()
    const kept = { id: id(7), name: 'cũ.png' }
    const request = sent([
      ['attachment', keptValue(kept)],
      ['files', file('a.png', 1)],
      ['files', file('b.png', 1)],
    ])
    const read = await readForm(request, 2, upload)
    expect(read.files).toEqual([kept, { id: id(1), name: 'a.png' }])
    expect(taken).toHaveLength(1)
    expect(read.hasTooMany).toBe(true)
  })

  it('that is sent twice brings the same key for each file, and another for any other', async () => {
    const keysOf = async (formKey: string, ...files: File[]) => {
      const keys: (string | undefined)[] = []
      const hidden: [string, string] = ['idempotency-key', formKey]
      await readForm(
        sent([hidden, ...files.map((one) => ['files', one] as [string, File])]),
        5,
        (_, name, key) => {
          keys.push(key)
          return taking().upload(new Blob(), name)
        },
      )
      return keys
    }
    const [a, b] = [new File(['1'], 'ảnh.png'), new File(['2'], 'ảnh.png')]
    const first = await keysOf('form', a, b, b)
    expect(await keysOf('form', a, b, b)).toEqual(first)
    const others = [...(await keysOf('another', a, b)), ...(await keysOf('form', b, a))]
    expect(new Set([...first, ...others, ...(await keysOf('form', new File(['1'], 'khác.png')))]).size).toBe(
      8,
    )
    for (const key of first) expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(await keysOf('', a)).toEqual([undefined])
  })

  it('carries a file that was taken before and is chosen again once', async () => {
    const { upload } = taking()
    const kept = { id: id(1), name: 'a.png' }
    const request = sent([
      ['attachment', keptValue(kept)],
      ['files', file('a.png', 1)],
    ])
    expect((await readForm(request, 2, upload)).files).toEqual([kept])
  })

  it('of words alone is kept as far as words may go, and says when there was more', async () => {
    const { upload } = taking()
    const post = (body: URLSearchParams) =>
      readForm(new Request('https://camket.example/', { method: 'POST', body }), 0, upload)
    expect(await post(new URLSearchParams({ email: 'đào@khach.example' }))).toMatchObject({
      fields: new Map([['email', 'đào@khach.example']]),
      isTooLarge: false,
    })
    const large = await post(
      new URLSearchParams({ code: 'CK', message: 'a'.repeat(2 * limits.json_body_bytes_max) }),
    )
    expect([large.isTooLarge, large.fields.get('code')]).toEqual([true, 'CK'])
    expect(large.fields.get('message')?.length).toBeLessThan(limits.json_body_bytes_max)
  })

  it('names a file that is too large and keeps the others', async () => {
    const { upload } = taking()
    const request = sent([
      ['subject', 'Có'],
      ['files', file('to.png', limits.attachment_bytes_max + 1)],
      ['files', file('vừa.png', 10)],
    ])
    const read = await readForm(request, 5, upload)
    expect(read.fileErrors).toEqual([{ name: 'to.png', reason: 'too_large' }])
    expect(read.files).toEqual([{ id: id(1), name: 'vừa.png' }])
  })

  it('keeps what was typed when the files are far too large', async () => {
    const { upload } = taking()
    const request = sent([
      ['subject', 'Có'],
      ['files', file('phim.mp4', 3 * limits.attachment_bytes_max)],
    ])
    const read = await readForm(request, 5, upload)
    expect(read.isTooLarge).toBe(true)
    expect(read.fields.get('subject')).toBe('Có')
  })

  it('says why the API took a file not', async () => {
    const problem = { code: 'file_type_not_accepted', status: 415 } as never
    const read = await readForm(sent([['files', file('a.exe', 5)]]), 5, async () => ({ ok: false, problem }))
    expect(read.fileErrors).toEqual([{ name: 'a.exe', reason: 'type' }])
  })

  it('without files is read too', async () => {
    const body = new URLSearchParams({ code: 'CK-1', email: 'a@b.vn' })
    const request = new Request('https://camket.example/minh-an/lost-key', { method: 'POST', body })
    const { upload } = taking()
    expect([...(await readForm(request, 0, upload)).fields]).toEqual([
      ['code', 'CK-1'],
      ['email', 'a@b.vn'],
    ])
  })
})
