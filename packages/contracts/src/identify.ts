import { deadlineStates, kinds, milestones, outcomes, statuses } from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { instant } from './money.ts'

/**
 * Claims of a customer's token: a JWT that the merchant's server signs (HS256) with the secret from the desk. It opens
 * what that customer filed, so it lives for an hour at most.
 */
export const customerClaims = z
  .object({
    /** The merchant's own, lasting name for this customer. */
    sub: z.string().min(1).max(limits.customer_sub_chars_max),
    /** Slug of the merchant. */
    aud: z.union([z.string(), z.array(z.string()).max(10)]),
    /** Seconds since 1970. */
    exp: z.number(),
    nbf: z.number().optional(),
    name: z.string().trim().min(1).max(limits.name_chars_max).optional(),
    email: z.email().max(limits.email_chars_max).optional(),
    phone: z.string().trim().min(1).max(limits.phone_chars_max).optional(),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
    path: ['email'],
    error: 'The claim `email` or `phone` is needed.',
  })

/** `GET …/my/tickets`: what the customer of a token filed, newest first. */
export const myTickets = z.object({
  /** What is known already, so that no form asks for it again. */
  customer: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  tickets: z.array(
    z.object({
      /** The token opens it as the key does: `Authorization: Bearer {token}`. */
      code: z.string(),
      kind: z.enum(kinds),
      subject: z.string(),
      status: z.enum(statuses),
      outcome: z.enum(outcomes).optional(),
      filedAt: instant,
      /** When staff wrote last. */
      staffAt: instant.optional(),
      nextDeadline: z
        .object({ milestone: z.enum(milestones), dueAt: instant, state: z.enum(deadlineStates) })
        .optional(),
    }),
  ),
})
export type MyTickets = z.infer<typeof myTickets>

/** Query of `GET …/unread`: codes with commas between them, and with a token all of its customer's besides. */
export const unreadQuery = z.strictObject({
  codes: z
    .string()
    .max(limits.unread_codes_max * 20)
    .optional(),
})
export type UnreadQuery = z.input<typeof unreadQuery>

/** What anyone may know of a request: how it stands, and when staff wrote last. 304 while nothing changed. */
export const unreadView = z.object({
  tickets: z.array(z.object({ code: z.string(), status: z.enum(statuses), staffAt: instant.optional() })),
})
export type UnreadView = z.infer<typeof unreadView>
