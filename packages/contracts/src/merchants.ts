import { kinds, milestones } from '@camket/core'
import * as z from 'zod'

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
      /** What is promised for this kind, one short sentence a milestone, in `locale`. */
      pledges: z.array(z.object({ milestone: z.enum(milestones), text: z.string() })),
    }),
  ),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type WidgetConfig = z.infer<typeof widgetConfig>

/** `GET /healthz` */
export const health = z.object({ ok: z.literal(true) })
