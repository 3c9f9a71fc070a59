const encoder = new TextEncoder()

/** HMAC-SHA-256 of a text under a secret: 32 bytes. What it is for stands at the beginning of the text. */
export async function hmac(secret: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(text)))
}

/** Whether it is the HMAC of this text, told in a time that says nothing of how much of it is right. */
export async function isHmac(bytes: Uint8Array<ArrayBuffer>, secret: string, text: string): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await keyOf(secret), bytes, encoder.encode(text))
}

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])

/** RFC 4648, section 5, without padding. */
export const base64Url = (bytes: Uint8Array): string =>
  bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
