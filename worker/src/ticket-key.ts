import { base64Url, hmac } from './hmac.ts'

const keyBytes = 16

/**
 * The secret that opens a ticket's conversation: the first 16 bytes of HMAC-SHA-256(`secret`, `{ticketId}.{keySalt}`),
 * base64url. It is made anew whenever it is needed and stored nowhere.
 */
export async function ticketKey(
  secret: string,
  { id, keySalt }: { readonly id: string; readonly keySalt: string },
): Promise<string> {
  return base64Url((await hmac(secret, `${id}.${keySalt}`)).slice(0, keyBytes))
}
