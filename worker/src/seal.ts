import { hmac } from './hmac.ts'

const ivBytes = 12

/**
 * A secret of somebody else's that we must be able to say again: AES-GCM under a key made of the deployment's secret,
 * bound to whose it is. A stolen database opens none of them.
 */
export async function seal(secret: string, of: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const key = await keyOf(secret)
  const sealed = await crypto.subtle.encrypt(paramsOf(iv, of), key, new TextEncoder().encode(text))
  return `${iv.toHex()}.${new Uint8Array(sealed).toHex()}`
}

/** What was sealed. @throws {Error} when it was sealed under another secret, or for somebody else. */
export async function unseal(secret: string, of: string, sealed: string): Promise<string> {
  const [iv = '', bytes = ''] = sealed.split('.')
  const params = paramsOf(Uint8Array.fromHex(iv), of)
  const opened = await crypto.subtle.decrypt(params, await keyOf(secret), Uint8Array.fromHex(bytes))
  return new TextDecoder().decode(opened)
}

const paramsOf = (iv: Uint8Array<ArrayBuffer>, of: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(of),
})

const keyOf = async (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await hmac(secret, 'seal'), 'AES-GCM', false, ['encrypt', 'decrypt'])
