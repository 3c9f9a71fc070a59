import * as z from 'zod'

/** Minor units of an ISO 4217 currency: 50000 VND is 50.000 ₫, 1034 GBP is £10.34. */
export const money = z.strictObject({
  amount: z.int().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Money = z.infer<typeof money>

/** RFC 3339 in UTC. */
export const instant = z.iso.datetime()

/** Text in one or more languages, keyed by language tag. */
export const localized = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().trim().min(1))
