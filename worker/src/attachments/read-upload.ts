import { limits } from '@camket/contracts'
import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartStream,
} from '@remix-run/multipart-parser'
import { sample_bytes } from './detect-type.ts'

/** A file on its way in. */
export type IncomingFile = {
  /** As sent; absent where none was. */
  readonly name?: string
  readonly sizeBytes: number
  /** From the beginning: all of it where `rest` is absent, else enough to tell its type. */
  readonly begun: readonly Uint8Array[]
  readonly rest?: ReadableStream<Uint8Array>
}

export type UploadRefusal = { readonly refused: 'too_large' | 'empty' | 'no_file' | 'type_not_accepted' }

/** A form names its parts; this is the one that holds the file. */
const part_name = 'file'
const { attachment_bytes_max, upload_form_overhead_bytes_max, upload_form_parts_max } = limits

/**
 * Takes the file from a request: the raw body (its name in `X-File-Name`, percent-encoded), or the part `file` of a
 * form. R2 must be told a size before it takes anything, so only a body that states its size is passed through as it
 * comes; any other is read into memory, of which it can take `attachment_bytes_max`.
 */
export async function readUpload(request: Request): Promise<IncomingFile | UploadRefusal> {
  const contentType = request.headers.get('content-type') ?? ''
  const isForm = /^multipart\/form-data\b/i.test(contentType)
  const statedBytes = statedSize(request.headers)
  const bytes_max = attachment_bytes_max + (isForm ? upload_form_overhead_bytes_max : 0)
  if (statedBytes !== undefined && statedBytes > bytes_max) return { refused: 'too_large' }
  if (!request.body) return { refused: 'empty' }
  return isForm
    ? readForm(request.body, getMultipartBoundary(contentType))
    : readRaw(request.body, decodedName(request.headers), statedBytes)
}

async function readForm(
  body: ReadableStream<Uint8Array>,
  boundary: string | null,
): Promise<IncomingFile | UploadRefusal> {
  if (!boundary) return { refused: 'no_file' }
  try {
    const parts = parseMultipartStream(body, {
      boundary,
      maxFileSize: attachment_bytes_max,
      maxTotalSize: attachment_bytes_max + upload_form_overhead_bytes_max,
      maxParts: upload_form_parts_max,
    })
    for await (const part of parts) {
      if (part.name !== part_name || !part.isFile) continue
      return fileOf(part.content, part.size, part.filename)
    }
    return { refused: 'no_file' }
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return { refused: 'too_large' }
    }
    if (error instanceof MultipartParseError) return { refused: 'no_file' }
    throw error
  }
}

async function readRaw(
  body: ReadableStream<Uint8Array>,
  name: string | undefined,
  statedBytes: number | undefined,
): Promise<IncomingFile | UploadRefusal> {
  const isStreamed = statedBytes !== undefined && statedBytes > sample_bytes
  const { chunks, sizeBytes } = await readUntil(body, isStreamed ? sample_bytes : attachment_bytes_max + 1)
  if (!isStreamed) return fileOf(chunks, sizeBytes, name)
  return { sizeBytes: statedBytes, begun: chunks, rest: body, ...(name && { name }) }
}

function fileOf(
  begun: readonly Uint8Array[],
  sizeBytes: number,
  name: string | undefined,
): IncomingFile | UploadRefusal {
  if (sizeBytes === 0) return { refused: 'empty' }
  if (sizeBytes > attachment_bytes_max) return { refused: 'too_large' }
  return { sizeBytes, begun, ...(name && { name }) }
}

/** At least `enough_bytes` where there are so many; the last chunk may hold more. */
async function readUntil(body: ReadableStream<Uint8Array>, enough_bytes: number) {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes < enough_bytes) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    sizeBytes += value.byteLength
  }
  reader.releaseLock()
  return { chunks, sizeBytes }
}

function statedSize(headers: Headers): number | undefined {
  const stated = headers.get('content-length')
  return stated !== null && /^\d{1,15}$/.test(stated) ? Number(stated) : undefined
}

/** A name that was not encoded, or not well, is a label all the same. */
function decodedName(headers: Headers): string | undefined {
  const sent = headers.get('x-file-name') ?? undefined
  try {
    return sent && decodeURIComponent(sent)
  } catch {
    return sent
  }
}
