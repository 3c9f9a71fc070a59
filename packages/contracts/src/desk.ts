import {
  changeReasons,
  customerTiers,
  customerTypes,
  deadlineStates,
  kinds,
  milestones,
  outcomes,
  priorities,
  remedyStates,
  roles,
  statuses,
} from '@camket/core'
import * as z from 'zod'
import { limits } from './limits.ts'
import { instant, money } from './money.ts'
import { payTo } from './pay-to.ts'
import { customerRemedy, customerTicket, deadlineView, messageView } from './tickets.ts'
import { words } from './words.ts'

const localizedText = z.string()

const staffMember = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  departmentId: z.string().optional(),
  /** Since when the person works here no more: still named on old requests, never offered for new work. */
  deactivatedAt: instant.optional(),
})

/** `POST /api/v1/desk/auth/sign-in-links`: always 202, whether or not anybody has this address. */
export const signInLinkBody = z.strictObject({
  email: z.email().max(limits.email_chars_max),
  /** Language of the mail; the merchant's own where it is absent. */
  locale: z.enum(['vi', 'en']).optional(),
})
export type SignInLinkInput = z.input<typeof signInLinkBody>

/** `POST /api/v1/desk/auth/session`: the token of a mailed link, for which session cookies are given once. */
export const sessionBody = z.strictObject({ token: z.string().min(1).max(limits.sign_in_token_chars_max) })
export type SessionInput = z.input<typeof sessionBody>

/** `PUT /api/v1/desk/auth/merchant`: for whom somebody works now who works for several. */
export const activeMerchantBody = z.strictObject({ merchant: z.string().min(1).max(60) })
export type ActiveMerchantInput = z.input<typeof activeMerchantBody>

/** `GET /api/v1/desk/me`: who is signed in, and the words of the merchant that the desk chooses from. */
export const me = z.object({
  staff: staffMember.extend({ email: z.string() }),
  merchant: z.object({
    slug: z.string(),
    name: z.string(),
    locale: z.enum(['vi', 'en']),
    timeZone: z.string(),
    logoUrl: z.url().optional(),
    colors: z.object({
      light: z.object({ accent: z.string(), onAccent: z.string() }),
      dark: z.object({ accent: z.string(), onAccent: z.string() }),
    }),
  }),
  /** All for whom this person works, the present one among them. */
  merchants: z.array(z.object({ slug: z.string(), name: z.string() })),
  departments: z.array(z.object({ id: z.string(), name: localizedText, leadId: z.string() })),
  staffMembers: z.array(staffMember),
  handOffReasons: z.array(z.object({ code: z.string(), text: localizedText })),
  exclusions: z.array(z.object({ code: z.string(), text: localizedText, evidenceNeeded: z.boolean() })),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type Me = z.infer<typeof me>

/** Query of `GET /api/v1/desk/tickets`. */
export const inboxQuery = z.strictObject({
  /** `inbox`: everything not resolved or closed; `done`: the rest, newest first. */
  view: z.enum(['inbox', 'done']).default('inbox'),
  status: z.enum(statuses).optional(),
  kind: z.enum(kinds).optional(),
  department: z.string().max(60).optional(),
  owner: z.enum(['me', 'none']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.inbox_page_max).default(limits.inbox_page_default),
})
export type InboxQuery = z.input<typeof inboxQuery>

export const inboxRow = z.object({
  code: z.string(),
  subject: z.string(),
  customerName: z.string(),
  customerType: z.enum(customerTypes),
  kind: z.enum(kinds),
  status: z.enum(statuses),
  outcome: z.enum(outcomes).optional(),
  priority: z.enum(priorities),
  departmentId: z.string(),
  ownerId: z.string().optional(),
  filedAt: instant,
  /** The nearest deadline that still waits for something; absent when none does. */
  nextDeadline: z
    .object({
      milestone: z.enum(milestones),
      dueAt: instant,
      state: z.enum(deadlineStates),
      /** Between departments. */
      internal: z.boolean(),
      /** Those responsible have been warned that it comes near. */
      warned: z.boolean(),
    })
    .optional(),
  sequence: z.int(),
})
export type InboxRow = z.infer<typeof inboxRow>

export const inboxPage = z.object({ tickets: z.array(inboxRow), nextCursor: z.string().optional() })
export type InboxPage = z.infer<typeof inboxPage>

export const historyEntry = z.object({
  sequence: z.int(),
  at: instant,
  by: z.object({ type: z.enum(['customer', 'staff', 'system']), id: z.string().optional() }),
  /** Event type and its public data, as core writes it. */
  event: z.record(z.string(), z.unknown()).and(z.object({ type: z.string() })),
})

/** A remedy for staff: whom it is paid to in full, unless the role is to read only. */
export const deskRemedy = customerRemedy.omit({ can: true }).extend({ payee: payTo.optional() })
export type DeskRemedy = z.infer<typeof deskRemedy>

/** Query of `GET /api/v1/desk/remedies`. `open`: all that is still to be done something about. */
export const remediesQuery = z.strictObject({
  state: z.enum(['open', ...remedyStates]).default('open'),
  locale: z.enum(['vi', 'en']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(limits.remedies_page_max).default(limits.remedies_page_default),
})
export type RemediesQuery = z.input<typeof remediesQuery>

export const remedyRow = deskRemedy.omit({ offers: true, choices: true, lines: true }).extend({
  code: z.string(),
  subject: z.string(),
  customerName: z.string(),
  /** What is given, in words. */
  what: z.string(),
  /** What is owed on top because it was not settled in time; part of `amount`. */
  penalty: money.optional(),
})
export type RemedyRow = z.infer<typeof remedyRow>

/** What is open, nearest settle-by first; or what is done, newest first. */
export const remediesPage = z.object({ remedies: z.array(remedyRow), nextCursor: z.string().optional() })
export type RemediesPage = z.infer<typeof remediesPage>

const rematchSide = z.object({ pledge: z.string(), dueAt: instant, state: z.enum(deadlineStates) })

/** `GET /api/v1/desk/tickets/{code}` */
export const deskTicket = customerTicket
  .omit({ owner: true, department: true, messages: true, can: true, deadlines: true })
  .extend({
    priority: z.enum(priorities),
    departmentId: z.string(),
    ownerId: z.string().optional(),
    customerTier: z.enum(customerTiers).optional(),
    /** How many requests this customer has made, this one included (counts to 100). */
    customerTickets: z.int(),
    locale: z.enum(['vi', 'en']),
    page: z.string().optional(),
    /** Sent back with a reply, so that two who answer at once do not talk past each other. */
    sequence: z.int(),
    deadlines: z.array(
      deadlineView.extend({
        number: z.int(),
        startedAt: instant,
        pausedAt: instant.optional(),
        /** Between departments: staff see it, nobody else. */
        internal: z.boolean(),
        /** Those responsible have been warned that it comes near. */
        warned: z.boolean(),
        excludedReason: z.string().optional(),
      }),
    ),
    facts: z.record(z.string(), z.int()),
    /** Names of the numbers that may be noted: what the ticket's version of the commitment computes with. */
    factNames: z.array(z.string()),
    /** Of that version: sums among the numbers are in its minor units. */
    currency: z.string(),
    remedies: z.array(deskRemedy),
    messages: z.array(messageView.extend({ visibility: z.enum(['public', 'note']) })),
    history: z.array(historyEntry),
    /** Acts that the status allows now. */
    acts: z.array(z.string()),
    /** Outcomes that may be chosen for this kind. */
    outcomes: z.array(z.enum(outcomes)),
  })
export type DeskTicket = z.infer<typeof deskTicket>

/** What a change of kind or priority would do to one deadline; an absent side means that there is none. */
export const rematchView = z.object({
  changes: z.array(
    z.object({
      milestone: z.enum(milestones),
      internal: z.boolean(),
      before: rematchSide.optional(),
      after: rematchSide.optional(),
    }),
  ),
})
export type RematchView = z.infer<typeof rematchView>

const seen = { seenSequence: z.int().nonnegative() }
const attachments = z.array(z.string()).max(limits.attachments_per_reply_max).default([])

/** `POST …/{code}/replies` */
export const replyBody = z.strictObject({
  text: words(limits.message_chars_max),
  attachments,
  thenWait: z.boolean().default(false),
  ...seen,
})
/** `POST …/{code}/notes` */
export const noteBody = z.strictObject({ text: words(limits.note_chars_max), attachments })
/** Why, as a code for the public history; `note` is for colleagues only. */
const changed = {
  reason: z.enum(changeReasons),
  note: z.string().trim().max(limits.note_chars_max).optional(),
}
/** `PUT …/{code}/priority` */
export const priorityBody = z.strictObject({ priority: z.enum(priorities), ...changed })
/** `PUT …/{code}/kind` */
export const kindBody = z.strictObject({ kind: z.enum(kinds), ...changed })
/** `POST …/{code}/rematch`: what a change of kind or priority would do; nothing is stored. */
export const rematchBody = z.strictObject({
  kind: z.enum(kinds).optional(),
  priority: z.enum(priorities).optional(),
})
/** `PUT …/{code}/facts`: numbers that remedies and pledges are computed with; sums in minor units. */
export const factsBody = z.strictObject({
  facts: z
    .record(z.string().max(limits.fact_name_chars_max), z.int().min(0).max(limits.fact_max))
    .refine((facts) => Object.keys(facts).length <= limits.facts_per_ticket_max, {
      error: `At most ${limits.facts_per_ticket_max} numbers at once.`,
      params: { code: 'too_many_facts' },
    }),
})
/** `PUT …/{code}/plan` */
export const planBody = z.strictObject({ text: z.string().trim().max(limits.plan_chars_max) })
/** `POST …/{code}/hand-offs`: `note` is private and stays with the ticket's notes. */
export const handOffBody = z.strictObject({
  departmentId: z.string(),
  ownerId: z.string().optional(),
  reason: z.string(),
  note: z.string().trim().max(limits.note_chars_max).optional(),
})
/** `PUT …/{code}/status` */
export const statusBody = z.strictObject({ status: z.enum(['open', 'waiting', 'on_hold', 'closed']) })
/** `POST …/{code}/calls` */
export const callBody = z.strictObject({ reached: z.boolean() })
/** `POST …/{code}/resolution` */
export const resolutionBody = z.strictObject({
  outcome: z.enum(outcomes),
  text: words(limits.message_chars_max).optional(),
  exclusion: z.string().optional(),
  evidence: z.array(z.string()).max(limits.attachments_per_reply_max).default([]),
  ...seen,
})
/**
 * `POST …/{code}/remedies/{id}/settlement`. `seenAmount` and `seenDays` are what the page showed as owed (absent
 * where there was none): if it is another by now, nothing is settled.
 */
export const settlementBody = z.strictObject({
  reference: words(limits.settlement_reference_chars_max),
  /** For colleagues only. */
  note: words(limits.note_chars_max).optional(),
  seenAmount: money.optional(),
  seenDays: z.int().nonnegative().optional(),
})
/** `POST …/{code}/remedies/{id}/waiver`: `text` tells the customer why. */
export const waiverBody = z.strictObject({
  exclusion: z.string(),
  evidence: z.array(z.string()).max(limits.attachments_per_reply_max).default([]),
  text: words(limits.message_chars_max),
})
export type SettlementInput = z.input<typeof settlementBody>
export type WaiverInput = z.input<typeof waiverBody>
export type ReplyInput = z.input<typeof replyBody>
export type NoteInput = z.input<typeof noteBody>
export type KindInput = z.input<typeof kindBody>
export type RematchInput = z.input<typeof rematchBody>
export type FactsInput = z.input<typeof factsBody>
export type PriorityInput = z.input<typeof priorityBody>
export type PlanInput = z.input<typeof planBody>
export type HandOffInput = z.input<typeof handOffBody>
export type StatusInput = z.input<typeof statusBody>
export type CallInput = z.input<typeof callBody>
export type ResolutionInput = z.input<typeof resolutionBody>
