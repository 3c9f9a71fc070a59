import { type AttachmentView, limits, type UploadView } from '@camket/contracts'
import { hasPreview } from './file-types.ts'
import type { AttachmentRow } from './store.ts'

type LinkContext = { readonly secret: string; readonly publicUrl: string; readonly now: Date }

const stepMillis = limits.attachment_link_minutes * 60_000
const utf8 = new TextEncoder()

/**
 * A file as whoever may see its ticket sees it. The link works for one to two hours; it changes only once an
 * hour, so that a page that is drawn again finds its pictures in the browser's cache.
 */
export async function attachmentView(
  { id, name, type, sizeBytes }: AttachmentRow,
  { secret, publicUrl, now }: LinkContext,
): Promise<AttachmentView> {
  const expires = String((Math.floor(now.getTime() / stepMillis) + 2) * stepMillis)
  const signature = await crypto.subtle.sign('HMAC', await keyFrom(secret), signed(id, expires))
  const url = `${publicUrl}/api/v1/attachments/${id}?expires=${expires}&signature=${new Uint8Array(signature).toHex()}`
  return { id, name, type, size: sizeBytes, url, ...(hasPreview(type) && { previewUrl: `${url}&preview=1` }) }
}

/** A file as whoever has just uploaded it sees it: who knows the bytes needs no download. */
export async function uploadView(row: AttachmentRow, context: LinkContext): Promise<UploadView> {
  const { url: _url, ...view } = await attachmentView(row, context)
  return view
}

/** Milliseconds for which a link still works; 0 for one that is over, was tampered with or never was one. */
export async function linkMillisLeft(
  { id, expires, signature }: { id: string; expires: string; signature: string },
  { secret, now }: Pick<LinkContext, 'secret' | 'now'>,
): Promise<number> {
  if (!/^\d{1,15}$/.test(expires) || !/^[0-9a-f]{64}$/.test(signature)) return 0
  // `verify` compares in constant time.
  const isOurs = await crypto.subtle.verify(
    'HMAC',
    await keyFrom(secret),
    Uint8Array.fromHex(signature),
    signed(id, expires),
  )
  return isOurs ? Math.max(0, Number(expires) - now.getTime()) : 0
}

const signed = (id: string, expires: string) => utf8.encode(`${id}.${expires}`)

function keyFrom(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
}
