import { limits } from '@camket/contracts'
import { base64Url, hmac, isHmac } from '../hmac.ts'

type About = {
  /** The deployment's secret. */
  readonly secret: string
  /** A pass of one merchant is nothing to another. */
  readonly merchantId: string
  readonly now: Date
}

/** What a pass is known by, and until when it is good. */
export type Pass = { readonly id: string; readonly expiresAt: Date }

const shape = /^([\w-]{22})\.(\d{1,12})\.([\w-]{43})$/

/** Says nothing by itself: whether it was solved or used is kept only for those that were. */
export async function newPass(
  { secret, merchantId, now }: About,
  random: (count: number) => Uint8Array,
): Promise<string> {
  const id = base64Url(new Uint8Array(random(16)))
  const expires = Math.floor(now.getTime() / 1000) + limits.pass_minutes * 60
  return `${id}.${expires}.${base64Url(await hmac(secret, signed(merchantId, id, String(expires))))}`
}

/** Undefined for what is over, was tampered with, is another merchant's or never was a pass. */
export async function passIn(text: string, { secret, merchantId, now }: About): Promise<Pass | undefined> {
  const [, id, expires, signature] = shape.exec(text) ?? []
  if (id === undefined || expires === undefined || signature === undefined) return undefined
  const expiresAt = new Date(Number(expires) * 1000)
  if (expiresAt <= now) return undefined
  const isOurs = await isHmac(bytesOf(signature), secret, signed(merchantId, id, expires))
  return isOurs ? { id, expiresAt } : undefined
}

const signed = (merchantId: string, id: string, expires: string) => `pass.${merchantId}.${id}.${expires}`

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.fromBase64(text, { alphabet: 'base64url' })
