import * as z from 'zod'

/** In which language something is told. */
export const lang = z.strictObject({ locale: z.enum(['vi', 'en']).optional() })

/** Why a token of the merchant’s is not taken. */
export const tokenProblems = ['token_invalid', 'token_expired'] as const

/** Why something cannot be filed. */
export const filingProblems = [
  'attachment_not_usable',
  'origin_not_allowed',
  'merchant_not_found',
  'commitment_not_found',
  'rate_limited',
] as const

/** Why staff cannot do something, or not now. */
export const actProblems = [
  'sign_in_needed',
  'role_not_allowed',
  'cross_site_refused',
  'ticket_not_found',
  'ticket_changed',
  'act_not_possible',
  'remedy_open',
] as const
