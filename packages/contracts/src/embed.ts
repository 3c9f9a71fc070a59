import { kinds } from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { instant } from './money.ts'
import { words } from './words.ts'

const locale = z.enum(['vi', 'en'])

/** The same text in one or more of our languages. */
const wordsIn = (chars_max: number) =>
  z.partialRecord(locale, words(chars_max)).refine((text) => Object.keys(text).length > 0, {
    error: 'Write it in at least one language.',
    params: { code: 'too_small' },
  })

const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length
const twice = { error: 'The same one stands here twice.', params: { code: 'twice' } }
const inOrder = { error: 'The least must not be above the most.', params: { code: 'ends_before_it_begins' } }

const anyField = {
  /** Under which the value is filed: the member of `fields`. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(limits.own_field_name_chars_max),
  label: wordsIn(limits.own_field_label_chars_max),
  hint: wordsIn(limits.own_field_hint_chars_max).optional(),
  required: z.boolean(),
  /** Only for these kinds of requests; absent: for all. */
  kinds: z.array(z.enum(kinds)).min(1).refine(isUnique, twice).optional(),
}

/** A field of the merchant's own, beside those that every form has. */
export const ownField = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...anyField,
    lines: z.enum(['one', 'many']).optional(),
    charsMax: z.int().min(1).max(limits.field_chars_max).optional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    ...anyField,
    choices: z
      .array(
        z.strictObject({
          value: z
            .string()
            .regex(/^[a-z0-9][a-z0-9_-]*$/)
            .max(limits.own_field_name_chars_max),
          label: wordsIn(limits.own_field_label_chars_max),
        }),
      )
      .min(2)
      .max(limits.own_field_choices_max)
      .refine((choices) => isUnique(choices.map(({ value }) => value)), twice),
  }),
  z
    .strictObject({
      type: z.literal('date'),
      ...anyField,
      earliest: z.iso.date().optional(),
      latest: z.iso.date().optional(),
    })
    .refine(({ earliest, latest }) => !earliest || !latest || earliest <= latest, {
      ...inOrder,
      path: ['latest'],
    }),
  z
    .strictObject({
      type: z.literal('number'),
      ...anyField,
      min: z.number().optional(),
      max: z.number().optional(),
      whole: z.boolean().optional(),
    })
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
      ...inOrder,
      path: ['max'],
    }),
  /** Its value is the id of a file that stands in `attachments` too. */
  z.strictObject({ type: z.literal('file'), ...anyField }),
])
export type OwnField = z.infer<typeof ownField>

/** An own field as a form shows it: every text in the language asked for. */
export const fieldView = z.object({
  name: z.string(),
  type: z.enum(['text', 'choice', 'date', 'number', 'file']),
  label: z.string(),
  hint: z.string().optional(),
  required: z.boolean(),
  kinds: z.array(z.enum(kinds)).optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  lines: z.enum(['one', 'many']).optional(),
  charsMax: z.int().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  whole: z.boolean().optional(),
})
export type FieldView = z.infer<typeof fieldView>

/** What somebody filled into an own field, as people read it. */
export const filledField = z.object({
  name: z.string(),
  label: z.string(),
  text: z.string(),
  /** Of a file: which of the attachments it is. */
  attachment: z.string().optional(),
})

export const widgetPositions = ['start', 'end'] as const
export const colorSchemes = ['auto', 'light', 'dark'] as const
/** `auto`: only while a merchant's traffic looks like abuse. */
export const challengeModes = ['auto', 'always', 'never'] as const

const look = {
  /** `#rrggbb` */
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  position: z.enum(widgetPositions),
  colorScheme: z.enum(colorSchemes),
  heading: wordsIn(limits.heading_chars_max).optional(),
  kinds: z.array(z.enum(kinds)).min(1).refine(isUnique, twice),
  locales: z.array(locale).min(1).refine(isUnique, twice),
  fields: z
    .array(ownField)
    .max(limits.field_count_max)
    .refine((fields) => isUnique(fields.map(({ name }) => name)), twice),
}

/** `PUT /api/v1/desk/embed`. `revision` is that of the settings which were changed. */
export const saveEmbedBody = z.strictObject({
  revision: z.int().nonnegative(),
  ...look,
  /** Addresses of sites; scheme, host and port of them are kept. */
  allowedOrigins: z.array(words(limits.origin_chars_max)).max(limits.allowed_origins_max),
  challenge: z.enum(challengeModes),
  /** Cloudflare Turnstile instead of a proof of work. Without `secret` the one that is kept stays. */
  turnstile: z
    .strictObject({
      siteKey: words(limits.turnstile_key_chars_max),
      secret: words(limits.turnstile_key_chars_max).optional(),
    })
    .nullable(),
})
export type SaveEmbedInput = z.input<typeof saveEmbedBody>
export type SaveEmbedBody = z.output<typeof saveEmbedBody>

/** `POST /api/v1/desk/embed/preview`: the widget's configuration as it would be; nothing is stored. */
export const previewEmbedBody = z.strictObject(look)
export type PreviewEmbedInput = z.input<typeof previewEmbedBody>

/** `GET /api/v1/desk/embed` */
export const embedView = z.object({
  revision: z.int(),
  merchant: z.string(),
  /** The merchant's own language: it can't be left out of `locales`. */
  locale,
  ...look,
  allowedOrigins: z.array(z.string()),
  challenge: z.enum(challengeModes),
  turnstile: z.object({ siteKey: z.string() }).nullable(),
  /** The secret that signs customers' tokens: when it was made, never what it is. */
  identify: z.object({ version: z.int(), madeAt: instant }).nullable(),
  /** What is pasted into a page. */
  snippet: z.string(),
})
export type EmbedView = z.infer<typeof embedView>

/** `POST /api/v1/desk/embed/identify-secret`: shown this once; the one before it signs nothing any more. */
export const identifySecretView = z.object({ secret: z.string(), version: z.int(), madeAt: instant })
export type IdentifySecretView = z.infer<typeof identifySecretView>

/** `POST /api/v1/desk/embed/checks`: a page of one of the allowed origins. */
export const checkSiteBody = z.strictObject({ url: z.url().max(limits.page_chars_max) })
export type CheckSiteInput = z.input<typeof checkSiteBody>

export const siteCheckView = z.object({
  /** Where the page was found, after redirects. */
  url: z.string(),
  state: z.enum(['found', 'other_merchant', 'not_found', 'no_page', 'unreachable']),
  /** What the site answered with, where it answered. */
  status: z.int().optional(),
  /** Merchants that the page names, this one or others. */
  merchants: z.array(z.string()),
  /** What the page's Content-Security-Policy would have to allow, and does not. */
  blocked: z.array(
    z.object({ directive: z.enum(['script-src', 'connect-src', 'img-src']), source: z.string() }),
  ),
})
export type SiteCheckView = z.infer<typeof siteCheckView>
