const encoder = new TextEncoder()
const keyBytes = 16

/**
 * The secret that opens a ticket's conversation: the first 16 bytes of HMAC-SHA-256(`secret`, `{ticketId}.{keySalt}`),
 * base64url. It is made anew whenever it is needed and stored nowhere.
 */
export async function ticketKey(
  secret: string,
  { id, keySalt }: { readonly id: string; readonly keySalt: string },
): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${keySalt}`)))
  return base64Url(signature.slice(0, keyBytes))
}

/** RFC 4648, section 5, without padding. */
function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
