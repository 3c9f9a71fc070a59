import { base64Url, hmac } from '../hmac.ts'
import type { EmbedRow } from './store.ts'

/**
 * The secret with which a merchant's server signs its customers' tokens: derived, not stored, so that a stolen database
 * signs nothing. Undefined before one was made.
 */
export async function identifySecret(
  secret: string,
  {
    merchantId,
    identifyVersion,
    identifySalt,
  }: Pick<EmbedRow, 'merchantId' | 'identifyVersion' | 'identifySalt'>,
): Promise<string | undefined> {
  if (identifyVersion === null || identifySalt === null) return undefined
  return base64Url(await hmac(secret, `identify.${merchantId}.${identifyVersion}.${identifySalt}`))
}
