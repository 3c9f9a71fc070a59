import type { UploadView } from '@camket/contracts'
import type { Result } from '@camket/contracts/client'
import { limits } from '@camket/contracts/limits'
import {
  getMultipartBoundary,
  MultipartParseError,
  type MultipartPart,
  parseMultipartStream,
} from '@remix-run/multipart-parser'
import { fileKey } from './file-key.ts'
import { isOwnName } from './own-fields.ts'

/** A file that the API has taken and that the form carries on by its id. */
export type KeptFile = {
  readonly id: string
  readonly name: string
  /** The merchant's own field that it was chosen for. */
  readonly field?: string
}
type FileError = {
  readonly name: string
  readonly reason: 'too_large' | 'type' | 'empty' | 'rate_limited' | 'failed'
}
export type FormRead = {
  readonly fields: ReadonlyMap<string, string>
  readonly files: readonly KeptFile[]
  readonly fileErrors: readonly FileError[]
  /** More files came than may be attached; those beyond were not taken. */
  readonly hasTooMany: boolean
  /** All together were so large that reading stopped; fields come before files, so they are all there. */
  readonly isTooLarge: boolean
}

/** `idempotencyKey`: the same whenever the same file comes at the same place of the same form. */
type Upload = (file: Blob, name: string, idempotencyKey: string | undefined) => Promise<Result<UploadView>>

const { attachment_bytes_max, json_body_bytes_max, upload_form_parts_max } = limits
const field_count_max = 40
const total_bytes_max = limits.attachments_per_ticket_max * attachment_bytes_max + json_body_bytes_max

/**
 * Reads a form, handing each file on as soon as it is there, so that one file at a time is in memory. Files are
 * taken even where a field turns out to be wrong: nobody has to choose them again, and what is never sent is removed
 * after a day.
 */
export async function readForm(request: Request, files_max: number, upload: Upload): Promise<FormRead> {
  const boundary = getMultipartBoundary(request.headers.get('Content-Type') ?? '')
  if (!boundary || !request.body) return readSimpleForm(request)
  const read = { fields: new Map<string, string>(), files: [] as KeptFile[], fileErrors: [] as FileError[] }
  let hasTooMany = false
  let place = 0
  let isTooLarge = false
  try {
    const parts = parseMultipartStream(request.body, {
      boundary,
      // Larger than a file may be, so that a file that is only somewhat too large is told by its name.
      maxFileSize: 2 * attachment_bytes_max,
      maxTotalSize: total_bytes_max,
      maxParts: field_count_max + upload_form_parts_max,
    })
    for await (const part of parts) {
      if (!part.isFile) takeField(part.name ?? '', part.text, read)
      else if (part.size === 0 && !part.filename) continue
      else if (read.files.length >= files_max) hasTooMany = true
      else await takeFile(part, place++, upload, read)
    }
  } catch (error) {
    if (!(error instanceof MultipartParseError)) throw error
    isTooLarge = true
    await drain(request.body)
  }
  return { ...read, hasTooMany, isTooLarge }
}

async function readSimpleForm(request: Request): Promise<FormRead> {
  const read = { fields: new Map<string, string>(), files: [] as KeptFile[] }
  const { text, isTooLarge } = await boundedText(request.body)
  for (const [name, value] of new URLSearchParams(text)) takeField(name, value, read)
  return { ...read, fileErrors: [], hasTooMany: false, isTooLarge }
}

/** As much as a form of words may have: whoever sends a hundred times that fills no memory with it. */
async function boundedText(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ text: string; isTooLarge: boolean }> {
  if (!body) return { text: '', isTooLarge: false }
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  let left_bytes = json_body_bytes_max
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), isTooLarge: false }
    text += decoder.decode(value.subarray(0, left_bytes), { stream: true })
    left_bytes -= value.byteLength
    if (left_bytes >= 0) continue
    reader.releaseLock()
    await drain(body)
    return { text, isTooLarge: true }
  }
}

function takeField(
  name: string,
  text: string,
  { fields, files }: { fields: Map<string, string>; files: KeptFile[] },
): void {
  const kept = name === 'attachment' || isOwnName(name) ? keptFile(text) : undefined
  if (kept) keep({ ...kept, ...(isOwnName(name) && { field: name }) }, files)
  // Browsers send the ends of lines as CRLF, whatever was typed.
  else if (fields.size < field_count_max) fields.set(name, text.replaceAll('\r\n', '\n'))
}

async function takeFile(
  part: MultipartPart,
  place: number,
  upload: Upload,
  { fields, files, fileErrors }: { fields: Map<string, string>; files: KeptFile[]; fileErrors: FileError[] },
): Promise<void> {
  const name = part.filename || 'file'
  if (part.size > attachment_bytes_max) {
    fileErrors.push({ name, reason: 'too_large' })
    return
  }
  const bytes = part.arrayBuffer
  const formKey = fields.get('idempotency-key')
  const key = formKey && (await fileKey(formKey, place, name, bytes))
  const taken = await upload(new Blob([bytes]), name, key || undefined)
  const field = isOwnName(part.name ?? '') ? { field: part.name ?? '' } : {}
  if (taken.ok) keep({ ...taken.value, ...field }, files)
  else fileErrors.push({ name, reason: reasons[taken.problem.code] ?? 'failed' })
}

/**
 * A file that was taken before and is chosen again comes to the same id: it is there once. A field of its own holds the
 * one that was chosen last.
 */
function keep({ id, name, field }: KeptFile, files: KeptFile[]): void {
  const before = files.findIndex((file) => file.id === id || (field !== undefined && file.field === field))
  if (before >= 0) files.splice(before, 1)
  files.push({ id, name, ...(field !== undefined && { field }) })
}

const reasons: Partial<Record<string, FileError['reason']>> = {
  file_too_large: 'too_large',
  file_type_not_accepted: 'type',
  invalid_body: 'empty',
  rate_limited: 'rate_limited',
}

/** How a form carries a file that was taken. */
export const keptValue = ({ id, name }: KeptFile): string => `${id} ${name}`

function keptFile(value: string): KeptFile | undefined {
  const [, id, name] = /^(att_[0-9A-Z]{26}) (.{1,300})$/su.exec(value) ?? []
  return id !== undefined && name !== undefined ? { id, name } : undefined
}

/** A browser that is cut off while it still sends shows a broken connection instead of the answer. */
async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  let left_bytes = total_bytes_max
  try {
    for await (const chunk of body) {
      left_bytes -= chunk.byteLength
      if (left_bytes <= 0) return
    }
  } catch {
    // It broke off by itself: nobody waits for the answer.
  }
}
