import type { EmbedView, FieldView } from '@camket/contracts'
import type { Locale } from '@camket/core'
import { present } from '@camket/core/present'
import type { Merchant } from '../merchants/store.ts'
import { textIn } from '../text-in.ts'
import type { EmbedRow } from './store.ts'

/** The settings as an owner or lead sees them; no secret is among it. */
export function viewEmbed(merchant: Merchant, row: EmbedRow, publicUrl: string): EmbedView {
  const { revision, position, colorScheme, heading, fields, challenge } = row
  const { identifyVersion: version, identifyMadeAt: madeAt, turnstileSiteKey: siteKey } = row
  const { slug, locale, accent, kinds, locales, allowedOrigins } = merchant
  return {
    revision,
    merchant: slug,
    locale,
    accent,
    position,
    colorScheme,
    ...(heading && { heading }),
    kinds,
    locales,
    fields,
    allowedOrigins,
    challenge,
    turnstile: siteKey === null ? null : { siteKey },
    identify: version === null || madeAt === null ? null : { version, madeAt: madeAt.toISOString() },
    snippet: snippetOf(merchant, row, publicUrl),
  }
}

/** What the launcher shows before it may ask for anything stands in the page itself. */
function snippetOf({ slug }: Merchant, { position, colorScheme }: EmbedRow, publicUrl: string): string {
  const attributes = [
    `src="${publicUrl}/w/camket.js"`,
    `data-merchant="${slug}"`,
    ...(position === 'end' ? [] : [`data-position="${position}"`]),
    ...(colorScheme === 'auto' ? [] : [`data-color-scheme="${colorScheme}"`]),
  ]
  return `<script async ${attributes.join(' ')}></script>`
}

/** What the widget and other faces need of the settings, in one language. */
export function viewLook(
  {
    position,
    colorScheme,
    heading,
    fields,
  }: Pick<EmbedRow, 'position' | 'colorScheme' | 'heading' | 'fields'>,
  locale: Locale,
  merchantLocale: Locale,
) {
  return {
    position,
    colorScheme,
    ...(heading && { heading: textIn(heading, locale, merchantLocale) }),
    fields: viewFields(fields, locale, merchantLocale),
  }
}

function viewFields(fields: EmbedRow['fields'], locale: Locale, merchantLocale: Locale): FieldView[] {
  const text = (of: Parameters<typeof textIn>[0]) => textIn(of, locale, merchantLocale)
  return fields.map((field) => ({
    ...field,
    label: text(field.label),
    ...present({ hint: field.hint && text(field.hint) }),
    ...('choices' in field && {
      choices: field.choices.map(({ value, label }) => ({ value, label: text(label) })),
    }),
  })) as FieldView[]
}
