/**
 * The idempotency key of a file in a form: SHA-256, in hex, of all that makes it this file of this form. A form that
 * is sent twice brings the same keys, and another file in the same place brings another.
 */
export async function fileKey(
  formKey: string,
  place: number,
  name: string,
  bytes: ArrayBuffer,
): Promise<string> {
  const content = await sha256(bytes)
  return sha256(new TextEncoder().encode(JSON.stringify([formKey, place, name, content])))
}

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
