import type { ByteRange } from './byte-range.ts'
import { hasPreview } from './file-types.ts'
import type { AttachmentRow } from './store.ts'

/**
 * Headers under which a stranger's file is harmless: it is saved, not opened; what it is said to be is not guessed
 * anew; and a browser that shows it all the same runs nothing in it. Only pictures that every browser draws are
 * shown in place.
 */
export function fileHeaders(
  { name, type, sizeBytes }: Pick<AttachmentRow, 'name' | 'type' | 'sizeBytes'>,
  { range, isPreview, leftMillis }: { range: ByteRange | undefined; isPreview: boolean; leftMillis: number },
): Record<string, string> {
  const disposition = isPreview && hasPreview(type) ? 'inline' : 'attachment'
  return {
    'Content-Type': type,
    'Content-Length': String(range?.length ?? sizeBytes),
    'Content-Disposition': `${disposition}; filename*=UTF-8''${extValue(name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    // The widget shows previews in merchants' pages.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': `private, max-age=${Math.floor(leftMillis / 1000)}, immutable`,
    'Accept-Ranges': 'bytes',
    ...(range && {
      'Content-Range': `bytes ${range.offset}-${range.offset + range.length - 1}/${sizeBytes}`,
    }),
  }
}

/** RFC 8187: percent-encoded, also where `encodeURIComponent` leaves a mark as it is. */
const extValue = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
