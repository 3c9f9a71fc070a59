import {
  bases,
  type Commitment,
  channels,
  customerTiers,
  customerTypes,
  kinds,
  milestones,
  type Offer,
  priorities,
  type Remedy,
  warningTargets,
} from '@camket/core'
import * as z from 'zod'
import { instant, localized, money } from './money.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

const calendar = z.strictObject({
  timeZone: z.string(),
  week: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.array(z.string())),
  dates: z.record(z.iso.date(), z.array(z.string())),
})

const duration = z.strictObject({
  amount: z.int().positive().max(100_000),
  unit: z.enum(['minute', 'hour', 'working_minute', 'working_hour', 'working_day', 'calendar_day', 'month']),
})

const percent = z.number().positive().max(1_000).multipleOf(0.01)
const factName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

const sumOffers = [
  z.strictObject({ type: z.literal('money'), value: money }),
  z.strictObject({ type: z.literal('voucher'), value: money }),
  z.strictObject({ type: z.literal('credit'), value: money }),
] as const
const sumOffer = z.discriminatedUnion('type', sumOffers)
const percentOffer = z.strictObject({ type: z.literal('percent_of'), of: z.enum(bases), percent })

export const offer = z.discriminatedUnion('type', [
  ...sumOffers,
  percentOffer,
  z.strictObject({
    type: z.literal('greater_of'),
    offers: z
      .array(z.discriminatedUnion('type', [...sumOffers, percentOffer]))
      .min(2)
      .max(5),
  }),
  z.strictObject({ type: z.literal('service_days'), days: z.int().positive().max(3_650) }),
  z.strictObject({ type: z.literal('replace') }),
  z.strictObject({ type: z.literal('refund') }),
  z.strictObject({ type: z.literal('repair') }),
  z.strictObject({ type: z.literal('loan_item') }),
  z.strictObject({ type: z.literal('apology') }),
])

const perUnit = {
  each: duration,
  count: z.enum(['started', 'full']),
  from: z.enum(['deadline', 'start']).optional(),
}

const tier = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative().optional(),
  offer,
  reduced: z.strictObject({ fact: factName, atMost: z.int(), percent: percent.max(100) }).optional(),
})

const accrual = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('once') }),
  z.strictObject({ type: z.literal('per'), ...perUnit }),
  z.strictObject({
    type: z.literal('tiers'),
    by: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('time'), owes: z.enum(['sum', 'last']), ...perUnit }),
      z.strictObject({ type: z.literal('fact'), fact: factName, bounds: z.enum(['from', 'to']) }),
    ]),
    tiers: z.array(tier).min(1).max(20),
  }),
])

const cap = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('amount'), value: money }),
  z.strictObject({ type: z.literal('percent_of'), of: z.enum(bases), percent }),
  z.strictObject({ type: z.literal('count'), units: z.int().positive().max(10_000) }),
  z.strictObject({ type: z.literal('days'), days: z.int().positive().max(3_650) }),
])

const settled = { payWithin: duration, latePenalty: z.union([z.literal('same_again'), sumOffer]).optional() }

export const remedyTerms = z.strictObject({
  /** Empty only where the steps of a scale stand in its place. */
  choice: z.array(offer).max(5),
  accrual,
  cap: cap.optional(),
  alongside: z.strictObject({ offer, accrual, cap: cap.optional() }).optional(),
  settlement: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('automatic'), ...settled }),
    z.strictObject({ type: z.literal('on_claim'), within: duration, ...settled }),
  ]),
})

const scope = z.strictObject({
  kinds: z.array(z.enum(kinds)).min(1).optional(),
  categories: z.array(z.string()).min(1).optional(),
  priorities: z.array(z.enum(priorities)).min(1).optional(),
  customerTypes: z.array(z.enum(customerTypes)).min(1).optional(),
  tiers: z.array(z.enum(customerTiers)).min(1).optional(),
  channels: z.array(z.enum(channels)).min(1).optional(),
  departments: z.array(z.string().max(60)).min(1).optional(),
})

export const pledge = z.strictObject({
  id,
  for: scope,
  milestone: z.enum(milestones),
  within: duration,
  calendar: z.string(),
  note: localized.optional(),
  remedy: remedyTerms.optional(),
  moreSpecificThan: z.array(id).min(1).max(50).optional(),
  missedWhen: z
    .strictObject({ fact: factName, atLeast: z.int().optional(), below: z.int().optional() })
    .refine(({ atLeast, below }) => (atLeast === undefined) !== (below === undefined), {
      error: 'Say either atLeast or below.',
      params: { code: 'one_bound_needed' },
    })
    .optional(),
  warnings: z
    .array(z.strictObject({ atPercent: z.int().min(1).max(99), to: z.enum(warningTargets) }))
    .max(5)
    .optional(),
  exclusions: z.array(id).min(1).max(50).optional(),
})

const clause = z.strictObject({ id, text: localized })

const warranty = z.strictObject({
  id,
  goods: localized,
  months: z.int().positive().max(600),
  covers: z.enum(['parts', 'parts_and_labour']).optional(),
  where: z.enum(['brought_in', 'picked_up', 'at_home']).optional(),
  note: localized.optional(),
})

const returns = z.strictObject({
  id,
  goods: localized,
  days: z.int().positive().max(3_650),
  gives: z
    .array(z.enum(['money', 'exchange', 'credit']))
    .min(1)
    .max(3),
  wayBackPaidBy: z.enum(['merchant', 'customer']),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(50),
  note: localized.optional(),
})

/** The document of a commitment, as a merchant publishes it. Cross-field rules: core's `checkCommitment`. */
export const commitmentDocument = z.strictObject({
  title: localized,
  summary: localized,
  languages: z.array(z.string()).min(1).max(10),
  currency: z.string().regex(/^[A-Z]{3}$/),
  calendars: z.record(z.string(), calendar),
  qualityStatements: z.array(clause).max(50),
  pledges: z.array(pledge).max(100),
  warranties: z.array(warranty).max(20).optional(),
  returns: z.array(returns).max(20).optional(),
  worstCases: z.array(z.strictObject({ id, title: localized, text: localized })).max(50),
  exclusions: z
    .array(
      z.strictObject({
        code: id,
        text: localized,
        burdenOfProof: z.enum(['merchant', 'customer']),
        evidenceNeeded: z.boolean(),
      }),
    )
    .max(50),
  partnerTerms: z.array(clause).max(50),
  escalation: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        role: localized,
        email: z.email().optional(),
        phone: z.string().optional(),
      }),
    )
    .max(20),
  legalBasis: z.array(z.strictObject({ id, text: localized, url: z.url().optional() })).max(50),
})
export type CommitmentDocument = z.infer<typeof commitmentDocument>

/** `GET …/commitment` and `/{merchant}/commitment.json`. */
export const commitmentView = z.object({
  merchant: z.string(),
  merchantName: z.string(),
  version: z.int().positive(),
  effectiveFrom: instant,
  publishedAt: instant,
  /** SHA-256 of the document as published, in hex. */
  fingerprint: z.string(),
  versions: z.array(z.object({ version: z.int(), effectiveFrom: instant })),
  document: commitmentDocument,
})
export type CommitmentView = z.infer<typeof commitmentView>

/** What the schema reads is what core computes with; a compile error here means that they drifted apart. */
export const asCommitment = (document: CommitmentDocument): Commitment => document as Commitment

/** The other way round: what core computes with, as it travels. */
export const asTerms = (remedy: Remedy): z.infer<typeof remedyTerms> => remedy as z.infer<typeof remedyTerms>
export const asOffers = (offers: readonly Offer[]): z.infer<typeof offer>[] =>
  offers as z.infer<typeof offer>[]
