import type { Context } from '../context.ts'
import type { IncomingFile, UploadRefusal } from './read-upload.ts'
import { type AttachmentRow, insertIfNew, readAttachment, takeOver } from './store.ts'
import { newRow, pour, putFile, storeFile, type Uploader } from './upload-file.ts'

export type UploadOnceRefusal = UploadRefusal | { readonly refused: 'key_reused' | 'in_flight' }
type Uploaded = { readonly row: AttachmentRow; readonly isReplayed: boolean }

/** Crockford's base 32, of which ULIDs are made too. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolCount = 26

/**
 * Stores one file once per key of a merchant, for as long as the file is kept. The id comes of the key, so the row's
 * primary key lets one of two at once through, and a repeat, whenever it comes, finds what it is a repeat of.
 */
export async function uploadOnce(
  context: Context,
  files: R2Bucket,
  uploader: Uploader,
  file: IncomingFile,
  { key, secret }: { readonly key: string; readonly secret: string },
): Promise<Uploaded | UploadOnceRefusal> {
  const drawn = await newRow(context, uploader, file)
  if ('refused' in drawn) return drawn
  const row = { ...drawn, id: await idOf(key, uploader.merchantId, secret) }
  if (!(await insertIfNew(context.db, row))) return repeat(context, files, row, file)
  await storeFile(context, files, row, file)
  return { row, isReplayed: false }
}

/** Answers from the row that is there, once it is sure that this is the file which that row stands for. */
async function repeat(
  { db, now }: Context,
  files: R2Bucket,
  { id, type, sizeBytes }: AttachmentRow,
  file: IncomingFile,
): Promise<Uploaded | UploadOnceRefusal> {
  const row = await readAttachment(db, id)
  // The first has failed just now and taken its row back.
  if (!row) return { refused: 'in_flight' }
  if (row.type !== type || row.sizeBytes !== sizeBytes) return { refused: 'key_reused' }
  const stored = await files.head(row.objectKey)
  if (stored) {
    return (await isSame(stored, file)) ? { row, isReplayed: true } : { refused: 'key_reused' }
  }
  if (!(await takeOver(db, row, now))) return { refused: 'in_flight' }
  // What fails here leaves the row for the next try: the first may still bring the file.
  await putFile(files, row, file)
  return { row, isReplayed: false }
}

/** Reads the file to its end, a piece at a time. R2 keeps the MD5 of all that it is given in one put. */
async function isSame({ checksums }: R2Object, file: IncomingFile): Promise<boolean> {
  const digest = new crypto.DigestStream('MD5')
  const [sent] = await Promise.all([digest.digest, pour(file, digest)])
  return checksums.md5 !== undefined && new Uint8Array(sent).toHex() === new Uint8Array(checksums.md5).toHex()
}

/** Whoever does not know the secret cannot tell an id by its key. */
async function idOf(key: string, merchantId: string, secret: string): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const signingKey = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', signingKey, utf8.encode(`upload.${merchantId}.${key}`))
  const bytes = new Uint8Array(signed).subarray(0, symbolCount)
  return `att_${Array.from(bytes, (byte) => symbols.charAt(byte % symbols.length)).join('')}`
}
