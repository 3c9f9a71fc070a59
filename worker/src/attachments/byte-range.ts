export type ByteRange = { readonly offset: number; readonly length: number }

/**
 * The one range that a `Range` header asks for (RFC 9110, section 14.2), cut to the file. Undefined for none, for
 * several and for one outside of the file: then all of it is sent, as the RFC allows.
 */
export function byteRange(header: string | undefined, size_bytes: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  // `-500` are the last 500 bytes.
  const offset = first === '' ? Math.max(0, size_bytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size_bytes : Math.min(size_bytes, Number(last) + 1)
  return offset < end ? { offset, length: end - offset } : undefined
}
