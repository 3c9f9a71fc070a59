import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { detectType, sample_bytes } from './detect-type.ts'
import { fileLabel } from './file-label.ts'
import type { AcceptedType } from './file-types.ts'
import type { IncomingFile, UploadRefusal } from './read-upload.ts'
import { type AttachmentRow, deleteAttachment, insertAttachment } from './store.ts'

/** Who uploads: a customer of the merchant, or the member of its staff. */
export type Uploader = { readonly merchantId: string; readonly staffId?: string }

/**
 * Stores one file and its row. The row comes first: wherever this stops, even by a power cut, whatever is stored
 * has a row by which it is removed after a day.
 */
export async function uploadFile(
  context: Context,
  files: R2Bucket,
  uploader: Uploader,
  file: IncomingFile,
): Promise<AttachmentRow | UploadRefusal> {
  const row = await newRow(context, uploader, file)
  if ('refused' in row) return row
  await insertAttachment(context.db, row)
  await storeFile(context, files, row, file)
  return row
}

/** The row of a file, by an id and at a place of its own; it is not stored yet. */
export async function newRow(
  context: Context,
  uploader: Uploader,
  file: IncomingFile,
): Promise<AttachmentRow | UploadRefusal> {
  const type = await detectType(sampleOf(file.begun))
  return type ? rowOf(context, uploader, file, type) : { refused: 'type_not_accepted' }
}

/** Stores the file of a row that this request inserted; where that fails, neither is left. */
export async function storeFile(
  { db }: Context,
  files: R2Bucket,
  row: AttachmentRow,
  file: IncomingFile,
): Promise<void> {
  try {
    await putFile(files, row, file)
  } catch (error) {
    // A put that failed stored nothing, so the row may go first: a repeat that took it over keeps its file.
    if (await deleteAttachment(db, row)) await files.delete(row.objectKey)
    throw error
  }
}

function rowOf(
  context: Context,
  { merchantId, staffId }: Uploader,
  { name, sizeBytes }: IncomingFile,
  type: AcceptedType,
): AttachmentRow {
  return {
    id: newId('att', context),
    merchantId,
    ticketId: null,
    messageId: null,
    // Random of its own: whoever knows an id does not know where the file lies.
    objectKey: `${merchantId}/${context.random(24).toHex()}`,
    name: fileLabel(name, type),
    type,
    sizeBytes,
    staffId: staffId ?? null,
    uploadedAt: context.now,
  }
}

/** Fails, and leaves nothing in R2, when more or less comes than was stated. */
export async function putFile(
  files: R2Bucket,
  { objectKey, type }: AttachmentRow,
  file: IncomingFile,
): Promise<void> {
  const { readable, writable } = new FixedLengthStream(file.sizeBytes)
  await Promise.all([
    files.put(objectKey, readable, { httpMetadata: { contentType: type } }),
    pour(file, writable),
  ])
}

/** Gives all of the file to `into`, and closes it. */
export async function pour({ begun, rest }: IncomingFile, into: WritableStream<Uint8Array>): Promise<void> {
  const writer = into.getWriter()
  for (const chunk of begun) await writer.write(chunk)
  if (!rest) return writer.close()
  writer.releaseLock()
  await rest.pipeTo(into)
}

function sampleOf(begun: readonly Uint8Array[]): Uint8Array {
  const sample = new Uint8Array(sample_bytes)
  let filled = 0
  for (const chunk of begun) {
    const part = chunk.subarray(0, sample_bytes - filled)
    sample.set(part, filled)
    filled += part.byteLength
    if (filled === sample_bytes) break
  }
  return sample.subarray(0, filled)
}
