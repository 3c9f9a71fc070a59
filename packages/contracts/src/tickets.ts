import {
  type Channel,
  channels,
  coverages,
  customerTypes,
  deadlineStates,
  kinds,
  milestones,
  outcomes,
  payWays,
  priorities,
  type RatingAbout,
  type RatingCause,
  ratingAbouts,
  ratingCauses,
  ratingLevels,
  remedyStates,
  statuses,
} from '@camket/core'
import * as z from 'zod'
import { card } from './card.ts'
import { offer, remedyTerms } from './commitment.ts'
import { filledField } from './embed.ts'
import { limits } from './limits.ts'
import { instant, money } from './money.ts'
import { payTo } from './pay-to.ts'
import { words } from './words.ts'

const attachmentId = z.string().regex(/^att_[0-9A-Z]{26}$/)

export const customerInput = z
  .strictObject({
    name: words(limits.name_chars_max),
    email: z.email().max(limits.email_chars_max).optional(),
    phone: words(limits.phone_chars_max).optional(),
    type: z.enum(customerTypes).default('consumer'),
  })
  .refine((customer) => customer.email !== undefined || customer.phone !== undefined, {
    path: ['email'],
    error: 'Give an e-mail address or a phone number.',
    params: { code: 'email_or_phone_needed' },
  })

export const productInput = z.strictObject({
  name: words(limits.product_field_chars_max).optional(),
  code: words(limits.product_field_chars_max).optional(),
  serial: words(limits.product_field_chars_max).optional(),
  orderNumber: words(limits.product_field_chars_max).optional(),
  purchasedOn: z.iso.date().optional(),
})

const callbackInput = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'The end must be after the beginning.',
    params: { code: 'ends_before_it_begins' },
  })

const filing = {
  kind: z.enum(kinds),
  category: words(limits.field_name_chars_max).optional(),
  subject: words(limits.subject_chars_max),
  message: words(limits.message_chars_max),
  locale: z.enum(['vi', 'en']),
  page: z
    .url({ protocol: /^https?$/ })
    .max(limits.page_chars_max)
    .optional(),
  customer: customerInput,
  product: productInput.optional(),
  callback: callbackInput.optional(),
  attachments: z.array(attachmentId).max(limits.attachments_per_ticket_max).default([]),
  fields: z
    .record(words(limits.field_name_chars_max), z.string().max(limits.field_chars_max))
    .refine((fields) => Object.keys(fields).length <= limits.field_count_max, {
      error: `At most ${limits.field_count_max} fields.`,
      params: { code: 'too_many_fields' },
    })
    .optional(),
}

const hasCallback = (body: { kind: string; callback?: unknown }) =>
  body.kind !== 'callback' || Boolean(body.callback)
const callbackNeeded = {
  path: ['callback'],
  error: 'Choose when we may call.',
  params: { code: 'callback_needed' },
}

/** Channels that anybody may name; that somebody called, wrote or is a partner is for staff to say. */
const ownChannels = ['widget', 'portal', 'api'] as const satisfies readonly Channel[]

/** `POST /api/v1/merchants/{merchant}/tickets` */
export const fileTicketBody = z
  .strictObject({
    ...filing,
    channel: z.enum(ownChannels).default('api'),
    /** A trap: no person sees this field. Whoever fills it in is asked for a proof (`challenge_needed`) first. */
    website: z.string().max(limits.page_chars_max).optional(),
  })
  .refine(hasCallback, callbackNeeded)
export type FileTicketInput = z.input<typeof fileTicketBody>

/** `POST /api/v1/desk/tickets`: typed by staff for a customer who called, wrote or came by. */
export const deskFileBody = z
  .strictObject({ ...filing, channel: z.enum(channels).default('phone') })
  .refine(hasCallback, callbackNeeded)
export type DeskFileInput = z.input<typeof deskFileBody>
export type FileTicketBody = z.output<typeof deskFileBody>

/** `POST …/deadlines`: the filing body as far as it is known; only the kind is needed. */
export const previewBody = z.strictObject({
  ...z.strictObject(filing).partial().shape,
  kind: filing.kind,
  channel: z.enum(channels).optional(),
  customer: z
    .strictObject({
      name: z.string().max(limits.name_chars_max).optional(),
      email: z.string().max(limits.email_chars_max).optional(),
      phone: z.string().max(limits.phone_chars_max).optional(),
      type: z.enum(customerTypes).default('consumer'),
    })
    .optional(),
  subject: z.string().max(limits.subject_chars_max).optional(),
  message: z.string().max(limits.message_chars_max).optional(),
})
export type PreviewInput = z.input<typeof previewBody>

export const deadlineView = z.object({
  /** The pledge's id: also the anchor of its clause on the commitment's page. */
  pledge: z.string(),
  milestone: z.enum(milestones),
  /** The milestone in the request's language: "First reply". */
  milestoneText: z.string(),
  dueAt: instant,
  /** The same as people say it at the instant of the answer, in the merchant's zone: "by 14:00 today". */
  dueText: z.string(),
  state: z.enum(deadlineStates),
  keptAt: instant.optional(),
  missedAt: instant.optional(),
  /** Reached, but after the deadline: `missedAt` stays. */
  metLateAt: instant.optional(),
  /** What is owed if it is missed; `text` is one sentence in the request's language. */
  remedy: remedyTerms.extend({ text: z.string() }).optional(),
})
export type DeadlineView = z.infer<typeof deadlineView>

export const coverageView = z.object({
  state: z.enum(coverages),
  reason: z.enum([
    'within_term',
    'term_over',
    'product_excluded',
    'product_unknown',
    'purchase_date_unknown',
    'purchase_date_in_future',
  ]),
  /** Last covered local day. */
  until: z.iso.date().optional(),
})

export const previewView = z.object({
  deadlines: z.array(deadlineView),
  /** `text` says it in the language asked for; there is none where nothing is known of the product. */
  coverage: coverageView.extend({ text: z.string().optional() }).optional(),
})
export type PreviewView = z.infer<typeof previewView>

export const receipt = z.object({
  code: z.string(),
  /** Secret: opens the conversation. */
  key: z.string(),
  /** The customer's private link: the status page with the key. */
  statusUrl: z.url(),
  status: z.enum(statuses),
  filedAt: instant,
  commitmentVersion: z.int(),
  deadlines: z.array(deadlineView),
  coverage: coverageView.optional(),
})
export type Receipt = z.infer<typeof receipt>

/** Why something is owed, or why no more of it is. */
const owedLine = z.object({
  reason: z.enum(['missed', 'units', 'tier', 'reduced', 'capped', 'alongside', 'late_penalty']),
  /** The same in words, in the language asked for. */
  text: z.string(),
  /** Minor units; below 0 where a cap or a reduction takes something off. */
  amount: z.int().optional(),
  days: z.int().optional(),
})

/** What is owed as it stands now. Whom it is paid to is nobody's business but the two sides'. */
export const remedyView = z.object({
  id: z.string(),
  pledge: z.string(),
  state: z.enum(remedyStates),
  owedAt: instant,
  /** What may be chosen from. */
  offers: z.array(offer),
  /** The offer chosen, by its place in `offers`. */
  chosen: z.int().nonnegative().optional(),
  /** Absent where nothing of it is money's worth, or while a number that it is computed with is missing. */
  amount: money.optional(),
  /** While a number is missing: what is owed whatever it turns out to be. */
  atLeast: money.optional(),
  days: z.int().optional(),
  lines: z.array(owedLine),
  /** Numbers that staff have yet to note before it can be computed. */
  factsNeeded: z.array(z.string()),
  /** Whether it still grows from day to day. */
  grows: z.boolean(),
  /** Until when it is to be asked for, where it has to be. */
  claimBy: instant.optional(),
  settleBy: instant.optional(),
  /** Still to be settled, and `settleBy` has passed. */
  overdue: z.boolean(),
  settledAt: instant.optional(),
  /** Code of the published exclusion for which nothing is owed. */
  exclusion: z.string().optional(),
})
export type RemedyView = z.infer<typeof remedyView>

/** What the customer may take, as it stands now, and the ways in which it can reach them; none are needed for some. */
const remedyChoice = z.object({
  /** Place among `offers`. */
  offer: z.int().nonnegative(),
  text: z.string(),
  amount: money.optional(),
  days: z.int().optional(),
  ways: z.array(z.enum(payWays)),
})

/** A remedy for its customer: what may be chosen, and where it goes, masked. */
export const customerRemedy = remedyView.extend({
  choices: z.array(remedyChoice),
  /** `hint` is enough to know it again, never enough to use it: `Vietcombank •••• 4321`. */
  payee: z.object({ way: z.enum(payWays), hint: z.string() }).optional(),
  /** What the merchant's bank calls the payment. */
  reference: z.string().optional(),
  can: z.object({ choose: z.boolean(), dispute: z.boolean() }),
})
export type CustomerRemedy = z.infer<typeof customerRemedy>

/** `POST …/remedies/{id}/choice`; `payTo` is needed where the offer has ways to be given. */
export const remedyChoiceBody = z.strictObject({
  offer: z.int().nonnegative().max(20),
  payTo: payTo.optional(),
})
export type RemedyChoiceInput = z.input<typeof remedyChoiceBody>

/** `POST …/remedies/{id}/dispute` */
export const remedyDisputeBody = z.strictObject({ text: words(limits.message_chars_max).optional() })
export type RemedyDisputeInput = z.input<typeof remedyDisputeBody>

/** Public timeline: codes and instants only; department names are public words of the merchant. */
export const timelineEntry = z.object({
  at: instant,
  event: z.enum([
    'filed',
    'answered',
    'customer_replied',
    'call_made',
    'handed_off',
    'waited',
    'held',
    'resumed',
    'resolved',
    'reopened',
    'closed',
    'deadline_missed',
    'remedy_owed',
    'remedy_chosen',
    'remedy_settled',
    'remedy_waived',
    'remedy_disputed',
    'remedy_expired',
    'kind_set',
  ]),
  channel: z.enum(channels).optional(),
  department: z.string().optional(),
  toDepartment: z.string().optional(),
  /** The merchant's public words for the hand-off's reason. */
  reason: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  exclusion: z.string().optional(),
  milestone: z.enum(milestones).optional(),
  pledge: z.string().optional(),
  amount: money.optional(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** `GET /api/v1/tickets/{code}` for anyone: no personal data. */
export const publicTicket = z.object({
  code: z.string(),
  merchant: z.string(),
  merchantName: z.string(),
  kind: z.enum(kinds),
  status: z.enum(statuses),
  outcome: z.enum(outcomes).optional(),
  exclusion: z.string().optional(),
  /** Where it is being worked on, in the language asked for. */
  department: z.string(),
  filedAt: instant,
  commitmentVersion: z.int(),
  handOffs: z.int(),
  deadlines: z.array(deadlineView),
  remedies: z.array(remedyView),
  timeline: z.array(timelineEntry),
})
export type PublicTicket = z.infer<typeof publicTicket>

export const attachmentView = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  /** Download link that works for one to two hours, for whoever was given it. */
  url: z.url(),
  /** The same for showing an image in a page; only JPEG, PNG and WebP have one. */
  previewUrl: z.url().optional(),
})
export type AttachmentView = z.infer<typeof attachmentView>

export const messageView = z.object({
  id: z.string(),
  from: z.enum(['customer', 'staff']),
  name: z.string(),
  text: z.string(),
  at: instant,
  attachments: z.array(attachmentView),
})
export type MessageView = z.infer<typeof messageView>

const ratingMembers = {
  /** 1 very bad, 2 basic, 3 average, 4 as expected, 5 above expectation, 6 excellent. */
  level: z.literal(ratingLevels),
  about: z.enum<RatingAbout[]>(ratingAbouts).optional(),
  /** One of the causes of `about`: of `product` it is `quality` … `warranty`. */
  cause: z.enum<RatingCause[]>(Object.values(ratingCauses).flat()).optional(),
}

/** `POST …/rating`: once it is resolved or closed; the later one counts. */
export const ratingBody = z.strictObject({
  ...ratingMembers,
  comment: words(limits.rating_comment_chars_max).optional(),
})
export type RatingInput = z.input<typeof ratingBody>

/** For the two sides only: it is in no public view and in no record. */
export const ratingView = z.object({ ...ratingMembers, comment: z.string().optional(), at: instant })
export type RatingView = z.infer<typeof ratingView>

/** The same with `Authorization: Bearer {key}`. */
export const customerTicket = publicTicket.extend({
  subject: z.string(),
  customer: z.object({
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    type: z.enum(customerTypes),
  }),
  product: productInput.optional(),
  callback: z.object({ from: instant, to: instant }).optional(),
  /** As it was filed, by the names of the fields. */
  fields: z.record(z.string(), z.string()).optional(),
  /** The same as people read it, in the language asked for. */
  filledFields: z.array(filledField).optional(),
  coverage: coverageView.optional(),
  remedies: z.array(customerRemedy),
  /** Public name of the person who answers for it. */
  owner: z.string().optional(),
  resolutionPlan: z.string().optional(),
  messages: z.array(messageView),
  /** The customer's last one. */
  rating: ratingView.optional(),
  /** What the customer may do now. */
  can: z.object({ reply: z.boolean(), withdraw: z.boolean(), rate: z.boolean() }),
  /** Only where it is asked for. */
  card: card.optional(),
})
export type CustomerTicket = z.infer<typeof customerTicket>

/** `POST /api/v1/tickets/{code}/messages` */
export const customerMessageBody = z.strictObject({
  text: words(limits.message_chars_max),
  attachments: z.array(attachmentId).max(limits.attachments_per_reply_max).default([]),
})
export type CustomerMessageInput = z.input<typeof customerMessageBody>

/** `POST …/withdrawal`: no members. */
export const withdrawalBody = z.strictObject({})

/** `POST /api/v1/merchants/{merchant}/lost-keys`: always 202, whether or not the two belong together. */
export const lostKeyBody = z.strictObject({
  code: words(40),
  email: z.email().max(limits.email_chars_max),
})
export type LostKeyInput = z.input<typeof lostKeyBody>

/** `POST …/attachments` → 201. The id is the right to attach it once; an upload never attached is gone after a day. */
export const uploadView = z.object({
  id: attachmentId,
  name: z.string(),
  size: z.int(),
  type: z.string(),
  previewUrl: z.url().optional(),
})
export type UploadView = z.infer<typeof uploadView>

export const prioritySchema = z.enum(priorities)
