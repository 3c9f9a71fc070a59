import {
  type Commitment,
  channels,
  customerTiers,
  customerTypes,
  kinds,
  milestones,
  priorities,
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

const offer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('money'), value: money }),
  z.strictObject({ type: z.literal('voucher'), value: money }),
])

export const remedyTerms = z.strictObject({
  choice: z.array(offer).min(1).max(5),
  accrual: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('once') })]),
  settlement: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('automatic'), payWithin: duration }),
  ]),
})

const scope = z.strictObject({
  kinds: z.array(z.enum(kinds)).min(1).optional(),
  categories: z.array(z.string()).min(1).optional(),
  priorities: z.array(z.enum(priorities)).min(1).optional(),
  customerTypes: z.array(z.enum(customerTypes)).min(1).optional(),
  tiers: z.array(z.enum(customerTiers)).min(1).optional(),
  channels: z.array(z.enum(channels)).min(1).optional(),
})

const pledge = z.strictObject({
  id,
  for: scope,
  milestone: z.enum(milestones),
  within: duration,
  calendar: z.string(),
  note: localized.optional(),
  remedy: remedyTerms.optional(),
})

const clause = z.strictObject({ id, text: localized })

/** The document of a commitment, as a merchant publishes it. Cross-field rules: core's `checkCommitment`. */
export const commitmentDocument = z.strictObject({
  title: localized,
  summary: localized,
  languages: z.array(z.string()).min(1).max(10),
  currency: z.string().regex(/^[A-Z]{3}$/),
  calendars: z.record(z.string(), calendar),
  qualityStatements: z.array(clause).max(50),
  pledges: z.array(pledge).max(100),
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
