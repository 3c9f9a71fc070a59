import { channels, customerTiers, customerTypes, kinds, milestones, priorities } from '@camket/core'
import * as z from 'zod'
import { commitmentDocument, pledge } from './commitment.ts'
import { limits } from './limits.ts'
import { instant } from './money.ts'

/** A document while it is being written: any of it may be missing, or wrong. */
export const draftDocument = z.record(z.string(), z.unknown())
const draftPledges = z.array(z.unknown()).max(limits.internal_pledges_max)

export const draftFault = z.object({
  /** JSON pointer into what was saved: `/document/…` or `/internalPledges/…`. */
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
})
export type DraftFault = z.infer<typeof draftFault>

const draftState = {
  /** 0 while nobody has saved anything. */
  revision: z.int().nonnegative(),
  updatedAt: instant.optional(),
  /** Name of who saved it last. */
  updatedBy: z.string().optional(),
  /** The version that it was begun from; 0: from a template. */
  basedOnVersion: z.int().nonnegative(),
  /** All that keeps it from being published. */
  faults: z.array(draftFault),
}

const publishedDocument = z.object({
  version: z.int().positive(),
  effectiveFrom: instant,
  publishedAt: instant,
  document: commitmentDocument,
  internalPledges: z.array(pledge),
})

/** `GET /api/v1/desk/commitment/draft` */
export const draftView = z.object({
  ...draftState,
  document: draftDocument,
  internalPledges: draftPledges,
  /** The version in force, to compare with. */
  inForce: publishedDocument.optional(),
  /** The newest version, where it is not in force yet. */
  coming: publishedDocument.optional(),
})
export type DraftView = z.infer<typeof draftView>

/** `PUT /api/v1/desk/commitment/draft` */
export const saveDraftBody = z.strictObject({
  document: draftDocument,
  internalPledges: draftPledges,
  /** Of the draft that was changed. */
  revision: z.int().nonnegative(),
})
export type SaveDraftBody = z.infer<typeof saveDraftBody>

export const savedDraft = z.object(draftState)
export type SavedDraft = z.infer<typeof savedDraft>

export const discardDraftQuery = z.strictObject({ revision: z.coerce.number().int().positive() })

/** `POST /api/v1/desk/commitment/publications` */
export const publishDraftBody = z.strictObject({
  revision: z.int().positive(),
  /** At once when left out. */
  effectiveFrom: instant.optional(),
})
export type PublishDraftInput = z.input<typeof publishDraftBody>

export const publication = z.object({
  version: z.int().positive(),
  effectiveFrom: instant,
  publishedAt: instant,
  fingerprint: z.string(),
})
export type Publication = z.infer<typeof publication>

const fact = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

/** `POST /api/v1/desk/commitment/draft/preview`: a made-up request. */
export const previewDraftBody = z.strictObject({
  request: z.strictObject({
    kind: z.enum(kinds),
    category: z.string().max(60).optional(),
    priority: z.enum(priorities).optional(),
    customerType: z.enum(customerTypes).optional(),
    customerTier: z.enum(customerTiers).optional(),
    channel: z.enum(channels).optional(),
    facts: z.record(fact, z.int().nonnegative()).optional(),
  }),
  filedAt: instant,
  /** Real minutes after each deadline at which it is asked what is then owed. */
  late_minutes: z.array(z.int().positive().max(limits.preview_minutes_max)).max(limits.preview_instants_max),
})
export type PreviewDraftInput = z.input<typeof previewDraftBody>

const owedLine = z.object({
  at: instant,
  late_minutes: z.int(),
  /** In words, in the language that was asked for. */
  lines: z.array(z.string()),
  amount: z.object({ amount: z.int(), currency: z.string() }).optional(),
  days: z.int().optional(),
  factsNeeded: z.array(z.string()),
})

export const draftPreview = z.object({
  deadlines: z.array(
    z.object({
      pledge: z.string(),
      milestone: z.enum(milestones),
      startsAt: instant,
      dueAt: instant,
      /** Only of a pledge that owes something. */
      owed: z.array(owedLine),
    }),
  ),
})
export type DraftPreview = z.infer<typeof draftPreview>

/** `POST /api/v1/desk/commitment/draft/look-back`: one part of it. */
export const lookBackBody = z.strictObject({
  revision: z.int().nonnegative(),
  days: z.int().min(1).max(limits.look_back_days_max).default(limits.look_back_days_default),
  /** From the part before. */
  cursor: z.string().max(200).optional(),
})
export type LookBackInput = z.input<typeof lookBackBody>

const tally = z.object({
  kept: z.int(),
  missed: z.int(),
  running: z.int(),
  /** Minor units of each currency. */
  cost: z.record(z.string(), z.int()),
  /** Remedies in kind. */
  inKind: z.int(),
  /** Remedies that cannot be computed: the request lacks a number that they need. */
  unknown: z.int(),
})
export type LookBackTally = z.infer<typeof tally>

/** Figures of some of the requests: whoever asks adds the parts up, until one has no `nextCursor`. */
export const lookBackPart = z.object({
  from: instant,
  until: instant,
  tickets: z.int(),
  pledges: z.array(
    z.object({
      pledge: z.string(),
      internal: z.boolean(),
      /** Of the draft; absent where it has no such pledge. */
      draft: tally.optional(),
      /** What really happened; absent where no such pledge was in force. */
      actual: tally.optional(),
    }),
  ),
  nextCursor: z.string().optional(),
})
export type LookBackPart = z.infer<typeof lookBackPart>

/** `GET /api/v1/desk/commitment/templates` */
export const templateList = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      document: commitmentDocument,
    }),
  ),
})
export type TemplateList = z.infer<typeof templateList>
