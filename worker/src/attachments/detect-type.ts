import { fileTypeFromBuffer } from 'file-type'
import { type AcceptedType, isAccepted } from './file-types.ts'

/** So much of a file's beginning is enough to tell its type. */
export const sample_bytes = 4_100

/**
 * The type that the first bytes show, whatever anybody says it is; undefined for anything that is not accepted.
 * An animated PNG is a PNG to whoever opens it.
 */
export async function detectType(head: Uint8Array): Promise<AcceptedType | undefined> {
  const found = await fileTypeFromBuffer(head.subarray(0, sample_bytes))
  const type = found?.mime === 'image/apng' ? 'image/png' : found?.mime
  return type !== undefined && isAccepted(type) ? type : undefined
}
