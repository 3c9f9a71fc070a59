import { describe, expect, it } from 'vitest'
import { attachmentView, linkMillisLeft } from './link.ts'
import type { AttachmentRow } from './store.ts'

const now = new Date('2026-11-24T02:20:00Z')
const secret = 'a secret of this test'
const publicUrl = 'https://camket.test'
const hourMillis = 3_600_000

const row: AttachmentRow = {
  id: 'att_01J00000000000000000000000',
  merchantId: 'mer_1',
  ticketId: null,
  messageId: null,
  objectKey: 'mer_1/abc',
  name: 'ảnh.jpg',
  type: 'image/jpeg',
  sizeBytes: 160,
  staffId: null,
  uploadedAt: now,
}

async function linkOf(of: AttachmentRow, at = now) {
  const { searchParams, pathname } = new URL((await attachmentView(of, { secret, publicUrl, now: at })).url)
  return {
    id: pathname.split('/').at(-1) ?? '',
    expires: searchParams.get('expires') ?? '',
    signature: searchParams.get('signature') ?? '',
  }
}

describe('a link to a file', () => {
  it('works for one to two hours, to the millisecond', async () => {
    const link = await linkOf(row)
    expect(await linkMillisLeft(link, { secret, now })).toBe(100 * 60_000)
    const end = new Date('2026-11-24T04:00:00Z')
    expect(await linkMillisLeft(link, { secret, now: new Date(end.getTime() - 1) })).toBe(1)
    expect(await linkMillisLeft(link, { secret, now: end })).toBe(0)
  })

  it('is the same for a whole hour, so that a page drawn again loads no picture again', async () => {
    const [first, last, next] = await Promise.all(
      ['02:00:00.000', '02:59:59.999', '03:00:00.000'].map((time) =>
        linkOf(row, new Date(`2026-11-24T${time}Z`)),
      ),
    )
    expect(last).toEqual(first)
    expect(next).not.toEqual(first)
  })

  it('opens no other file, no later, and under no other secret', async () => {
    const link = await linkOf(row)
    const forged = [
      { ...link, id: 'att_01J00000000000000000000001' },
      { ...link, expires: String(Number(link.expires) + hourMillis) },
      { ...link, expires: `0${link.expires}` },
      { ...link, expires: 'Infinity' },
      { ...link, signature: '' },
      { ...link, signature: link.signature.slice(1) },
      { ...link, signature: link.signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      { ...link, signature: link.signature.toUpperCase() },
    ]
    for (const each of forged) expect(await linkMillisLeft(each, { secret, now })).toBe(0)
    expect(await linkMillisLeft(link, { secret: 'another', now })).toBe(0)
  })

  it('offers a preview for what every browser can draw, and for nothing else', async () => {
    const previewOf = async (type: string) =>
      (await attachmentView({ ...row, type }, { secret, publicUrl, now })).previewUrl
    for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
      expect(await previewOf(type)).toMatch(/&preview=1$/)
    }
    for (const type of ['image/heic', 'image/heif', 'application/pdf', 'video/mp4', 'toString']) {
      expect(await previewOf(type)).toBeUndefined()
    }
  })
})
