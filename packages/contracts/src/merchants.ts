import { kinds, milestones } from '@camket/core'
import * as z from 'zod'
import { colorSchemes, fieldView, widgetPositions } from './embed.ts'

const accent = z.object({ accent: z.string(), onAccent: z.string() })

/** `GET /api/v1/merchants/{merchant}/widget?locale=`: all that a face needs to draw itself for a merchant. */
export const widgetConfig = z.object({
  merchant: z.string(),
  name: z.string(),
  locale: z.enum(['vi', 'en']),
  locales: z.array(z.enum(['vi', 'en'])),
  timeZone: z.string(),
  /** The merchant's colour, corrected for contrast in both schemes. */
  colors: z.object({ light: accent, dark: accent }),
  logoUrl: z.url().optional(),
  commitmentUrl: z.url(),
  statusUrl: z.url(),
  commitmentVersion: z.int(),
  kinds: z.array(
    z.object({
      kind: z.enum(kinds),
      /** In `locale`, as one of several ("Warranty"), and as the heading of a request ("Warranty request"). */
      name: z.string(),
      title: z.string(),
      /** What a customer is asked to tell in their own words, in `locale`. */
      prompt: z.string(),
      /** What is promised until it is resolved, in one line; empty where nothing is. */
      summary: z.string(),
      /** What is promised for this kind, one short sentence a milestone, in `locale`. */
      pledges: z.array(z.object({ milestone: z.enum(milestones), text: z.string() })),
    }),
  ),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Where the launcher stands, unless the page says otherwise. */
  position: z.enum(widgetPositions),
  colorScheme: z.enum(colorSchemes),
  /** What the panel is headed by, in `locale`; absent: the face's own words. */
  heading: z.string().optional(),
  /** The merchant's own fields, in the order shown; their values go into `fields` of a filing. */
  fields: z.array(fieldView),
  /** Whether there are articles to offer while somebody types. */
  hasArticles: z.boolean(),
})
export type WidgetConfig = z.infer<typeof widgetConfig>

/** `GET /healthz` */
export const health = z.object({ ok: z.literal(true) })
