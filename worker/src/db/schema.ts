import type { DraftView, EmbedView, OwnField, PayTo } from '@camket/contracts'
import type {
  Channel,
  Commitment,
  CoverageState,
  CustomerTier,
  CustomerType,
  Duration,
  EventData,
  FactCondition,
  Facts,
  Kind,
  Locale,
  Localized,
  Milestone,
  Money,
  Outcome,
  Pledge,
  Priority,
  RatingAbout,
  RatingCause,
  RatingLevel,
  RecordOutcome,
  Remedy,
  RemedyState,
  Role,
  Status,
  Tally,
  Warning,
  WarningTarget,
} from '@camket/core'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Instants are milliseconds since 1970 UTC. */
const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()

/** A merchant is also a better-auth organization with the same id. */
export const merchants = sqliteTable('merchants', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  locale: text().$type<Locale>().notNull(),
  locales: json<Locale[]>('locales').notNull(),
  timeZone: text('time_zone').notNull(),
  /** `#rrggbb` */
  accent: text().notNull(),
  /** Key in R2 of its logo, `logos/{merchant}/{SHA-256 of the picture}`. */
  logoKey: text('logo_key'),
  /** Origins (scheme, host, port) of the sites that may embed the widget. */
  allowedOrigins: json<string[]>('allowed_origins').notNull(),
  /** Reply-to of the mails to customers. */
  email: text().notNull(),
  handOffReasons: json<{ code: string; text: Localized }[]>('hand_off_reasons').notNull(),
  /** Which kinds the merchant takes, in the order shown. */
  kinds: json<Kind[]>('kinds').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** How a merchant set its widget up; without a row everything is as it comes. */
export const embeds = sqliteTable('embeds', {
  merchantId: text('merchant_id').primaryKey(),
  /** Counts the times that it was saved. */
  revision: integer().notNull(),
  position: text().$type<EmbedView['position']>().notNull(),
  colorScheme: text('color_scheme').$type<EmbedView['colorScheme']>().notNull(),
  heading: json<Partial<Record<Locale, string>>>('heading'),
  /** Its own fields, in the order shown. */
  fields: json<OwnField[]>('fields').notNull(),
  challenge: text().$type<EmbedView['challenge']>().notNull(),
  turnstileSiteKey: text('turnstile_site_key'),
  /** Sealed under the deployment's `KEY_SECRET`. */
  turnstileSecret: text('turnstile_secret'),
  /** The secret that signs customers' tokens is an HMAC over these two; it is stored nowhere. */
  identifyVersion: integer('identify_version'),
  identifySalt: text('identify_salt'),
  identifyMadeAt: instant('identify_made_at'),
})

/** Help that a merchant wrote. Triggers keep the full-text index `article_search` with it. */
export const articles = sqliteTable(
  'articles',
  {
    id: integer().primaryKey(),
    merchantId: text('merchant_id').notNull(),
    locale: text().$type<Locale>().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    /** For these kinds of requests; null: for all. */
    kinds: json<Kind[]>('kinds'),
    published: integer({ mode: 'boolean' }).notNull(),
    revision: integer().notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** One word that a search of this merchant and language asks for; empty while nobody may find it. */
    scope: text().notNull(),
    /** `foldText` of the words: what is searched. */
    titleFolded: text('title_folded').notNull(),
    bodyFolded: text('body_folded').notNull(),
  },
  (t) => [uniqueIndex('articles_by_slug').on(t.merchantId, t.locale, t.slug)],
)

/** Proofs and passes that were used, and passes that were solved, until they expire by themselves: each works once. */
export const usedProofs = sqliteTable(
  'used_proofs',
  { hash: text().primaryKey(), expiresAt: instant('expires_at').notNull() },
  (t) => [index('used_proofs_by_expiry').on(t.expiresAt)],
)

export const departments = sqliteTable(
  'departments',
  {
    id: text().primaryKey(),
    merchantId: text('merchant_id').notNull(),
    name: json<Localized>('name').notNull(),
    /** Member id of the lead, who answers for tickets without an owner. */
    leadId: text('lead_id').notNull(),
    /** Kinds whose new tickets come here. */
    kinds: json<Kind[]>('kinds').notNull(),
    position: integer().notNull(),
  },
  (t) => [index('departments_by_merchant').on(t.merchantId, t.position)],
)

export const products = sqliteTable(
  'products',
  {
    merchantId: text('merchant_id').notNull(),
    code: text().notNull(),
    name: text().notNull(),
    /** `foldText` of the name, to find it as customers type it. */
    nameFolded: text('name_folded').notNull(),
    warrantyMonths: integer('warranty_months').notNull(),
    /** Why this product has no warranty at all, where it has none. */
    excludedReason: text('excluded_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.code] }),
    index('products_by_name').on(t.merchantId, t.nameFolded),
  ],
)

/** Immutable once written (triggers). */
export const commitments = sqliteTable(
  'commitments',
  {
    merchantId: text('merchant_id').notNull(),
    version: integer().notNull(),
    effectiveFrom: instant('effective_from').notNull(),
    publishedAt: instant('published_at').notNull(),
    document: json<Commitment>('document').notNull(),
    /** Pledges between departments: of this version, never shown to the public. Null: none. */
    internalPledges: json<readonly Pledge[]>('internal_pledges'),
    /** SHA-256 of the stored document's text, in hex. */
    fingerprint: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.version] })],
)

/** The next version of a merchant's commitment while it is being written: any of it may be missing. */
export const commitmentDrafts = sqliteTable('commitment_drafts', {
  merchantId: text('merchant_id').primaryKey(),
  document: json<DraftView['document']>('document').notNull(),
  internalPledges: json<DraftView['internalPledges']>('internal_pledges').notNull(),
  /** Counts the times that it was saved. */
  revision: integer().notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** Member id. */
  updatedBy: text('updated_by').notNull(),
  /** The version that it was begun from; 0: from a template. */
  basedOnVersion: integer('based_on_version').notNull(),
})

/** Erasable personal data of who asks; tickets and events know only the id. */
export const customers = sqliteTable(
  'customers',
  {
    id: text().primaryKey(),
    merchantId: text('merchant_id').notNull(),
    name: text().notNull(),
    email: text(),
    /** E.164 where it could be understood, else as typed. */
    phone: text(),
    type: text().$type<CustomerType>().notNull(),
    tier: text().$type<CustomerTier>(),
    locale: text().$type<Locale>().notNull(),
    /** The merchant's own name for this customer, from a token that it signed (`sub`). */
    externalId: text('external_id'),
    /** Requests made so far. */
    ticketCount: integer('ticket_count').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('customers_by_email').on(t.merchantId, t.email).where(sql`${t.email} is not null`),
    index('customers_by_phone').on(t.merchantId, t.phone).where(sql`${t.phone} is not null`),
    uniqueIndex('customers_by_external_id')
      .on(t.merchantId, t.externalId)
      .where(sql`${t.externalId} is not null`),
  ],
)

/** The fold of a ticket's events, and what lists are sorted by. No words and no names. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text().primaryKey(),
    merchantId: text('merchant_id').notNull(),
    code: text().notNull().unique(),
    /** Random; the ticket's key is an HMAC over it, so no key is ever stored. */
    keySalt: text('key_salt').notNull(),
    sequence: integer().notNull(),
    kind: text().$type<Kind>().notNull(),
    category: text(),
    status: text().$type<Status>().notNull(),
    outcome: text().$type<Outcome>(),
    exclusion: text(),
    priority: text().$type<Priority>().notNull(),
    channel: text().$type<Channel>().notNull(),
    customerId: text('customer_id').notNull(),
    customerType: text('customer_type').$type<CustomerType>().notNull(),
    customerTier: text('customer_tier').$type<CustomerTier>(),
    coverage: text().$type<CoverageState>(),
    commitmentVersion: integer('commitment_version').notNull(),
    departmentId: text('department_id').notNull(),
    ownerId: text('owner_id'),
    handOffs: integer('hand_offs').notNull(),
    facts: json<Facts>('facts').notNull().default({}),
    /** Remedies that are owed, chosen or disputed: while there are any, the ticket is not closed. */
    openRemedies: integer('open_remedies').notNull().default(0),
    filedAt: instant('filed_at').notNull(),
    firstRepliedAt: instant('first_replied_at'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    /** The customer's last rating; its words are in `ticket_contents`. */
    ratingLevel: integer('rating_level').$type<RatingLevel>(),
    ratingAbout: text('rating_about').$type<RatingAbout>(),
    ratingCause: text('rating_cause').$type<RatingCause>(),
    ratedAt: instant('rated_at'),
    /** 1 while not resolved or closed. */
    inInbox: integer('in_inbox').notNull(),
    /** In the inbox: nearest unmet deadline (or far in the future); afterwards: when it was resolved. */
    sortAt: instant('sort_at').notNull(),
  },
  (t) => [
    index('tickets_inbox').on(t.merchantId, t.inInbox, t.sortAt, t.id),
    index('tickets_by_owner').on(t.merchantId, t.ownerId, t.inInbox, t.sortAt, t.id),
    index('tickets_by_department').on(t.merchantId, t.departmentId, t.inInbox, t.sortAt, t.id),
    index('tickets_by_filing').on(t.merchantId, t.filedAt, t.id),
    index('tickets_by_customer').on(t.customerId, t.id),
    index('tickets_to_close').on(t.resolvedAt).where(sql`${t.status} = 'resolved' and ${t.openRemedies} = 0`),
  ],
)

export type Contact = { name: string; email?: string; phone?: string }
export type ProductOfTicket = {
  name?: string
  code?: string
  serial?: string
  orderNumber?: string
  purchasedOn?: string
}
export type CoverageOfTicket = { state: CoverageState; reason: string; until?: string }

/** What the customer wrote at filing and staff's plan: erasable, beside the ticket. */
export const ticketContents = sqliteTable('ticket_contents', {
  ticketId: text('ticket_id').primaryKey(),
  merchantId: text('merchant_id').notNull(),
  subject: text().notNull(),
  contact: json<Contact>('contact').notNull(),
  locale: text().$type<Locale>().notNull(),
  page: text(),
  product: json<ProductOfTicket>('product'),
  coverage: json<CoverageOfTicket>('coverage'),
  callback: json<{ from: string; to: string }>('callback'),
  fields: json<Record<string, string>>('fields'),
  resolutionPlan: text('resolution_plan'),
  /** Beside the customer's last rating. */
  ratingComment: text('rating_comment'),
})

/** Append-only (triggers). The primary key is the lock of a write. */
export const events = sqliteTable(
  'events',
  {
    ticketId: text('ticket_id').notNull(),
    sequence: integer().notNull(),
    merchantId: text('merchant_id').notNull(),
    at: instant('at').notNull(),
    byType: text('by_type').$type<'customer' | 'staff' | 'system'>().notNull(),
    byId: text('by_id'),
    type: text().$type<EventData['type']>().notNull(),
    /** The event's other members, instants as RFC 3339. */
    data: json<Record<string, unknown>>('data').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.sequence] })],
)

export const deadlines = sqliteTable(
  'deadlines',
  {
    ticketId: text('ticket_id').notNull(),
    number: integer().notNull(),
    merchantId: text('merchant_id').notNull(),
    pledge: text().notNull(),
    milestone: text().$type<Milestone>().notNull(),
    startedAt: instant('started_at').notNull(),
    within: json<Duration>('within').notNull(),
    calendar: text().notNull(),
    remedy: json<Remedy>('remedy'),
    dueAt: instant('due_at').notNull(),
    pauses: json<{ from: string; to: string }[]>('pauses').notNull(),
    pausedAt: instant('paused_at'),
    metAt: instant('met_at'),
    missedAt: instant('missed_at'),
    excludedAt: instant('excluded_at'),
    excludedReason: text('excluded_reason'),
    missedWhen: json<FactCondition>('missed_when'),
    warnings: json<Warning[]>('warnings'),
    warned: integer().notNull().default(0),
    internal: integer({ mode: 'boolean' }).notNull().default(false),
    remedyNumber: integer('remedy_number'),
    /** `dueAt` while the sweep has to watch it (running, unmet, not yet on record), else null. */
    watchAt: instant('watch_at'),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.number] }),
    index('deadlines_to_watch').on(t.watchAt).where(sql`${t.watchAt} is not null`),
  ],
)

export const remedies = sqliteTable(
  'remedies',
  {
    /** `rem_…`, public. */
    id: text().primaryKey(),
    ticketId: text('ticket_id').notNull(),
    number: integer().notNull(),
    deadlineNumber: integer('deadline_number').notNull(),
    merchantId: text('merchant_id').notNull(),
    pledge: text().notNull(),
    state: text().$type<RemedyState>().notNull(),
    owedAt: instant('owed_at').notNull(),
    chosenOffer: integer('chosen_offer'),
    chosenAt: instant('chosen_at'),
    claimBy: instant('claim_by'),
    settledAt: instant('settled_at'),
    settledAmount: json<Money>('settled_amount'),
    settledDays: integer('settled_days'),
    waivedAt: instant('waived_at'),
    waivedExclusion: text('waived_exclusion'),
    disputedAt: instant('disputed_at'),
    expiredAt: instant('expired_at'),
    /** When the sweep has to look at it next (it grows no more, or its claim window is over), else null. */
    watchAt: instant('watch_at'),
    /** 1 while something is still to be done about it by either side. */
    isOpen: integer('is_open').notNull().default(1),
    /** While open: its settle-by time, or far in the future until it has one; afterwards: when it ended. */
    sortAt: instant('sort_at').notNull().default(sql`253402214400000`),
  },
  (t) => [
    uniqueIndex('remedies_by_ticket').on(t.ticketId, t.number),
    index('remedies_to_settle').on(t.merchantId, t.isOpen, t.sortAt, t.id),
    index('remedies_to_watch').on(t.watchAt).where(sql`${t.watchAt} is not null`),
  ],
)

/** Whom a remedy is paid to and under what reference: erasable, and in no event. */
export const remedyPayees = sqliteTable('remedy_payees', {
  remedyId: text('remedy_id').primaryKey(),
  merchantId: text('merchant_id').notNull(),
  ticketId: text('ticket_id').notNull(),
  /** As the customer said it last; null when nobody asked, or it takes no way to be given. */
  payTo: json<PayTo>('pay_to'),
  /** What the merchant's bank or till calls the payment. */
  reference: text(),
})

/**
 * The public record in sums: a row for each local day, and one for each month, of each pledge and milestone. Only
 * changed by the difference that a change of a ticket makes, in that change's own batch.
 */
export const recordCounters = sqliteTable(
  'record_counters',
  {
    merchantId: text('merchant_id').notNull(),
    span: text().$type<'day' | 'month'>().notNull(),
    /** `YYYY-MM-DD` or `YYYY-MM` */
    period: text().notNull(),
    pledge: text().notNull(),
    milestone: text().$type<Milestone>().notNull(),
    kept: integer().notNull(),
    missed: integer().notNull(),
    late: integer().notNull(),
    leftOut: integer('left_out').notNull(),
    remediesOwed: integer('remedies_owed').notNull(),
    remediesSettled: integer('remedies_settled').notNull(),
    remediesWaived: integer('remedies_waived').notNull(),
    remediesExpired: integer('remedies_expired').notNull(),
    /** Minor units by currency. */
    settled: json<Tally>('settled').notNull(),
    /** How many were reached within so many minutes, by these minutes. */
    times: json<Tally>('times').notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.span, t.period, t.pledge, t.milestone] })],
)

/** The public record line by line, one for each deadline that was decided. Its handle leads nowhere. */
export const recordLines = sqliteTable(
  'record_lines',
  {
    merchantId: text('merchant_id').notNull(),
    /** `YYYY-MM-DD` */
    day: text().notNull(),
    handle: text().notNull(),
    pledge: text().notNull(),
    milestone: text().$type<Milestone>().notNull(),
    outcome: text().$type<RecordOutcome>().notNull(),
    minutes: integer(),
    remedyState: text('remedy_state').$type<RemedyState>(),
    remedyAmount: json<Money>('remedy_amount'),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.day, t.handle] })],
)

/** Words between the two sides, and staff's notes. Erasable. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    ticketId: text('ticket_id').notNull(),
    merchantId: text('merchant_id').notNull(),
    from: text().$type<'customer' | 'staff'>().notNull(),
    staffId: text('staff_id'),
    visibility: text().$type<'public' | 'note'>().notNull(),
    text: text().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('messages_by_ticket').on(t.ticketId, t.id)],
)

export const attachments = sqliteTable(
  'attachments',
  {
    /** `att_…`: unguessable; whoever knows it may attach it once. */
    id: text().primaryKey(),
    merchantId: text('merchant_id').notNull(),
    ticketId: text('ticket_id'),
    messageId: text('message_id'),
    /** Key in R2, not derivable from the id. */
    objectKey: text('object_key').notNull(),
    name: text().notNull(),
    type: text().notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Staff member who uploaded it, else a customer did. */
    staffId: text('staff_id'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [
    index('attachments_by_ticket').on(t.ticketId).where(sql`${t.ticketId} is not null`),
    index('attachments_unattached').on(t.uploadedAt).where(sql`${t.ticketId} is null`),
  ],
)

/** What somebody is to be told, written in the batch of what it tells. Words are put to it at sending. */
export const outbox = sqliteTable(
  'outbox',
  {
    /** `out_…`; also the Message-ID's left part, so a mail sent twice is seen as one. */
    id: text().primaryKey(),
    merchantId: text('merchant_id'),
    kind: text()
      .$type<'receipt' | 'reply' | 'resolved' | 'warning' | 'remedy' | 'dispute' | 'lost_key' | 'sign_in'>()
      .notNull(),
    ticketId: text('ticket_id'),
    messageId: text('message_id'),
    /** What of the ticket it tells of: a warning's deadline, a remedy. */
    number: integer(),
    /** Of a warning: to whom it goes. */
    warns: text().$type<WarningTarget>(),
    /** Only of a sign-in mail: who and the link; emptied once it is sent. */
    payload: json<{ to: string; url: string; locale: Locale }>('payload'),
    createdAt: instant('created_at').notNull(),
    /** When to try (again); null once sent or given up. */
    nextTryAt: instant('next_try_at'),
    attempts: integer().notNull(),
    sentAt: instant('sent_at'),
    failedAt: instant('failed_at'),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_to_send').on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`)],
)

/** A key's first answer, kept for 24 hours; written in the batch of what it answers. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    merchantId: text('merchant_id').notNull(),
    /** `{operation}:{key}` */
    key: text().notNull(),
    /** SHA-256 of the parsed body, in hex. */
    bodyHash: text('body_hash').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** HTTP status of the first answer. */
    status: integer().notNull(),
    /** The answer without its secret (a receipt's key is derived again). */
    answer: json<unknown>('answer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.key] }), index('idempotency_by_age').on(t.createdAt)],
)

// Staff sign-in: the tables of better-auth (core, organization, magic link), in its own shape.
export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    activeOrganizationId: text('active_organization_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('session_by_user').on(t.userId), index('session_by_expiry').on(t.expiresAt)],
)

export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('account_by_user').on(t.userId)],
)

export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('verification_by_identifier').on(t.identifier),
    index('verification_by_expiry').on(t.expiresAt),
  ],
)

export const organization = sqliteTable('organization', {
  id: text().primaryKey(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  logo: text(),
  metadata: text(),
  createdAt: instant('created_at').notNull(),
})

/** A member is a staff person; its id is the staff id everywhere. */
export const member = sqliteTable(
  'member',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id').notNull(),
    userId: text('user_id').notNull(),
    role: text().$type<Role>().notNull(),
    departmentId: text('department_id'),
    createdAt: instant('created_at').notNull(),
    /** Since when this person has no access; the row stays because old tickets name it. */
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [
    uniqueIndex('member_by_organization').on(t.organizationId, t.userId),
    index('member_by_user').on(t.userId),
  ],
)

export const invitation = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id').notNull(),
    email: text().notNull(),
    role: text().$type<Role>(),
    status: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    inviterId: text('inviter_id').notNull(),
  },
  (t) => [index('invitation_by_organization').on(t.organizationId)],
)
