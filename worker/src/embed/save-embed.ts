import type { Problem, SaveEmbedBody } from '@camket/contracts'
import type { Context } from '../context.ts'
import { raise } from '../http/raise.ts'
import type { Merchant } from '../merchants/store.ts'
import { seal } from '../seal.ts'
import { normalizeOrigin } from './normalize-origin.ts'
import { type EmbedRow, writeEmbed } from './store.ts'

type Faults = NonNullable<Problem['errors']>

const told = {
  not_an_origin: 'The address of a site, such as https://shop.vn.',
  https_needed: 'A site has to be reached by https://.',
  own_language_needed: "Keep the merchant's own language.",
  secret_needed: 'Give the secret that belongs to the site key.',
} as const

/** Stores the settings whole. Raises `invalid_body` with pointers, or `embed_changed`. */
export async function saveEmbed(
  { db }: Pick<Context, 'db'>,
  secret: string,
  merchant: Merchant,
  row: EmbedRow,
  body: SaveEmbedBody,
): Promise<void> {
  const origins = body.allowedOrigins.map(normalizeOrigin)
  const faults: Faults = [
    ...origins.flatMap((one, index) =>
      'refused' in one ? [fault(`/allowedOrigins/${index}`, one.refused)] : [],
    ),
    ...(body.locales.includes(merchant.locale) ? [] : [fault('/locales', 'own_language_needed')]),
    ...(isSecretMissing(row, body) ? [fault('/turnstile/secret', 'secret_needed')] : []),
  ]
  if (faults.length > 0)
    raise('invalid_body', 'Correct the members that `errors` points at.', { errors: faults })
  const { accent, kinds, locales, position, colorScheme, heading, fields, challenge } = body
  const allowedOrigins = [...new Set(origins.flatMap((one) => ('origin' in one ? one.origin : [])))]
  const isWritten = await writeEmbed(
    db,
    { merchantId: merchant.id, revision: body.revision },
    { accent: accent.toLowerCase(), kinds, locales, allowedOrigins },
    {
      position,
      colorScheme,
      heading: heading ?? null,
      fields,
      challenge,
      ...(await turnstileOf(secret, row, body)),
    },
  )
  if (!isWritten) {
    raise('embed_changed', 'Load the settings again, look at what changed, and save once more.')
  }
}

const fault = (pointer: string, code: keyof typeof told): Faults[number] => ({
  pointer,
  code,
  message: told[code],
})

function isSecretMissing(row: EmbedRow, { turnstile }: SaveEmbedBody): boolean {
  if (!turnstile || turnstile.secret !== undefined) return false
  // The secret that is kept belongs to the site key that is kept.
  return row.turnstileSecret === null || row.turnstileSiteKey !== turnstile.siteKey
}

async function turnstileOf(
  secret: string,
  { merchantId, turnstileSecret }: EmbedRow,
  { turnstile }: SaveEmbedBody,
): Promise<Pick<EmbedRow, 'turnstileSiteKey' | 'turnstileSecret'>> {
  if (!turnstile) return { turnstileSiteKey: null, turnstileSecret: null }
  const sealed =
    turnstile.secret === undefined
      ? turnstileSecret
      : await seal(secret, `turnstile.${merchantId}`, turnstile.secret)
  return { turnstileSiteKey: turnstile.siteKey, turnstileSecret: sealed }
}
