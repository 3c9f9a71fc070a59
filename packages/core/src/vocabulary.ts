/** The words of the field, each list in the order in which people meet them. */
export const kinds = ['support', 'warranty', 'complaint', 'suggestion', 'callback'] as const
export type Kind = (typeof kinds)[number]

export const statuses = ['new', 'open', 'waiting', 'on_hold', 'resolved', 'closed'] as const
/** `waiting` is for the customer and pauses clocks; `on_hold` is for a third party and does not. */
export type Status = (typeof statuses)[number]

export const outcomes = [
  'answered',
  'repaired',
  'replaced',
  'refunded',
  'compensated',
  'declined',
  'withdrawn',
  'duplicate',
] as const
export type Outcome = (typeof outcomes)[number]

export const milestones = [
  'first_reply',
  'next_reply',
  'resolution',
  'callback_made',
  'remedy_settled',
] as const
export type Milestone = (typeof milestones)[number]

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

export const channels = ['widget', 'portal', 'email', 'api', 'phone', 'partner'] as const
export type Channel = (typeof channels)[number]

export const customerTypes = ['consumer', 'supplier', 'partner'] as const
export type CustomerType = (typeof customerTypes)[number]

export const customerTiers = ['A', 'B', 'C'] as const
export type CustomerTier = (typeof customerTiers)[number]

/** `excluded`: the pledge turned out not to apply (withdrawn, duplicate, a cited exclusion). */
export const deadlineStates = ['running', 'paused', 'kept', 'missed', 'excluded'] as const
export type DeadlineState = (typeof deadlineStates)[number]

export const remedyStates = ['owed', 'chosen', 'settled', 'waived', 'disputed', 'expired'] as const
export type RemedyState = (typeof remedyStates)[number]

/** What a percentage is taken of; the sum itself is one of the ticket's facts. */
export const bases = ['order', 'item', 'monthly_fee'] as const
export type Basis = (typeof bases)[number]

/** Why staff changed a request's kind or priority: a code, because events hold no free words. */
export const changeReasons = ['customer_asked', 'mistaken', 'more_urgent', 'less_urgent', 'other'] as const
export type ChangeReason = (typeof changeReasons)[number]

/** Whom a deadline that comes near is told to: the department's lead, then the contact that the document names. */
export const warningTargets = ['lead', 'contact'] as const
export type WarningTarget = (typeof warningTargets)[number]

export const roles = ['owner', 'lead', 'staff', 'partner', 'read_only'] as const
export type Role = (typeof roles)[number]

/** How satisfied a customer is: 1 very bad, 2 basic, 3 average, 4 as expected, 5 above expectation, 6 excellent. */
export const ratingLevels = [1, 2, 3, 4, 5, 6] as const
export type RatingLevel = (typeof ratingLevels)[number]

/** What a rating is about, and the causes that lie under each; no cause lies under two. */
export const ratingCauses = {
  product: ['quality', 'design', 'packaging', 'range', 'price', 'warranty'],
  convenience: ['delivery', 'payment', 'place', 'time', 'flexibility'],
  people: ['attitude', 'skill', 'knowledge'],
} as const
export type RatingAbout = keyof typeof ratingCauses
export const ratingAbouts = Object.keys(ratingCauses) as RatingAbout[]
export type RatingCause = (typeof ratingCauses)[RatingAbout][number]

export const coverages = ['covered', 'expired', 'excluded', 'unknown'] as const
export type CoverageState = (typeof coverages)[number]

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** One text in each language of the commitment; the document's check tells which are missing. */
export type Localized = { readonly [locale: string]: string }

/**
 * Whole numbers that remedies are computed with, by name: sums in minor units of the commitment's currency
 * (`order_amount`, `item_amount`, `monthly_fee`), and what a merchant's own pledges ask for (`distance_km`).
 */
export type Facts = { readonly [name: string]: number }

/** Minor units (đồng, cent) of an ISO 4217 currency; VND has no smaller unit. */
export type Money = { readonly amount: number; readonly currency: string }
