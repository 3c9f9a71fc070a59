import { detectType } from '../attachments/detect-type.ts'
import { hasPreview } from '../attachments/file-types.ts'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import { type Merchant, writeLogoKey } from './store.ts'

const logo_bytes_max = 256 * 1024

/** Keeps a merchant's logo with us, so that no face asks a third party for it. Raises `invalid_body`. */
export async function setLogo(
  { db }: Pick<Context, 'db'>,
  files: R2Bucket,
  { id }: Pick<Merchant, 'id'>,
  picture: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const contentType = await detectType(picture)
  if (picture.byteLength > logo_bytes_max || contentType === undefined || !hasPreview(contentType)) {
    const message = 'Choose a PNG, JPEG or WebP picture of at most 256 KB.'
    raise('invalid_body', message, { errors: [{ pointer: '', code: 'logo_not_accepted', message }] })
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', picture)).toHex()
  const key = `logos/${id}/${digest}`
  await files.put(key, picture, { httpMetadata: { contentType } })
  await writeLogoKey(db, id, key)
}
