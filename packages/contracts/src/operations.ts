import * as z from 'zod'
import { commitmentView } from './commitment.ts'
import * as desk from './desk.ts'
import { health, widgetConfig } from './merchants.ts'
import type { ProblemCode } from './problems.ts'
import * as tickets from './tickets.ts'

export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** OpenAPI path template. */
  readonly path: string
  readonly summary: string
  readonly access: 'anyone' | 'key' | 'staff'
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly status: 200 | 201 | 202 | 204
  readonly answer?: z.ZodType
  readonly idempotencyKey?: 'needed' | 'taken'
  /** Beside those that `problemsOf` adds. */
  readonly problems: readonly ProblemCode[]
}

const filingProblems = [
  'attachment_not_usable',
  'origin_not_allowed',
  'merchant_not_found',
  'commitment_not_found',
  'rate_limited',
] as const

const actProblems = [
  'sign_in_needed',
  'role_not_allowed',
  'cross_site_refused',
  'ticket_not_found',
  'ticket_changed',
  'act_not_possible',
] as const

const lang = z.strictObject({ locale: z.enum(['vi', 'en']).optional() })

/** Every address of the API. The OpenAPI document is made from this; a test holds it against the Worker's routes. */
export const operations = {
  getHealth: {
    method: 'get',
    path: '/healthz',
    summary: '200 only when the database answers',
    access: 'anyone',
    status: 200,
    answer: health,
    problems: ['unavailable'],
  },
  getWidgetConfig: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/widget',
    summary: 'What a face needs to draw itself for a merchant',
    access: 'anyone',
    query: lang,
    status: 200,
    answer: widgetConfig,
    problems: ['merchant_not_found', 'commitment_not_found', 'origin_not_allowed', 'rate_limited'],
  },
  getLogo: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/logo',
    summary: "The merchant's logo, a PNG, JPEG or WebP picture",
    access: 'anyone',
    status: 200,
    problems: ['merchant_not_found', 'logo_not_found', 'rate_limited'],
  },
  getCommitment: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/commitment',
    summary: 'The commitment in force, or one version of it',
    access: 'anyone',
    query: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
    status: 200,
    answer: commitmentView,
    problems: ['merchant_not_found', 'commitment_not_found', 'rate_limited'],
  },
  previewDeadlines: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/deadlines',
    summary: 'The deadlines that a request would get if it were sent now; nothing is stored',
    access: 'anyone',
    body: tickets.previewBody,
    status: 200,
    answer: tickets.previewView,
    problems: ['commitment_not_found', 'merchant_not_found', 'origin_not_allowed', 'rate_limited'],
  },
  uploadAttachment: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/attachments',
    summary: 'Upload one file: raw body with X-File-Name, or multipart with one part named file',
    access: 'anyone',
    status: 201,
    answer: tickets.uploadView,
    idempotencyKey: 'taken',
    problems: [
      'file_too_large',
      'file_type_not_accepted',
      'invalid_body',
      'merchant_not_found',
      'origin_not_allowed',
      'rate_limited',
    ],
  },
  fileTicket: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/tickets',
    summary: 'File a request',
    access: 'anyone',
    body: tickets.fileTicketBody,
    status: 201,
    answer: tickets.receipt,
    idempotencyKey: 'needed',
    problems: filingProblems,
  },
  requestLostKey: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/lost-keys',
    summary:
      'Have the private link mailed again; the answer is the same whether or not code and address belong together',
    access: 'anyone',
    body: tickets.lostKeyBody,
    status: 202,
    problems: ['merchant_not_found', 'origin_not_allowed', 'rate_limited'],
  },
  getTicket: {
    method: 'get',
    path: '/api/v1/tickets/{code}',
    summary: 'Status for anyone; with the key the conversation too',
    access: 'key',
    query: lang,
    status: 200,
    answer: z.union([tickets.customerTicket, tickets.publicTicket]),
    problems: ['ticket_not_found', 'key_wrong', 'origin_not_allowed', 'rate_limited'],
  },
  sendMessage: {
    method: 'post',
    path: '/api/v1/tickets/{code}/messages',
    summary: "The customer's reply",
    access: 'key',
    query: lang,
    body: tickets.customerMessageBody,
    status: 201,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [
      'key_wrong',
      'origin_not_allowed',
      'ticket_not_found',
      'act_not_possible',
      'attachment_not_usable',
      'rate_limited',
    ],
  },
  withdrawTicket: {
    method: 'post',
    path: '/api/v1/tickets/{code}/withdrawal',
    summary: 'The customer takes the request back',
    access: 'key',
    query: lang,
    body: tickets.withdrawalBody,
    status: 200,
    answer: tickets.customerTicket,
    problems: ['key_wrong', 'origin_not_allowed', 'ticket_not_found', 'act_not_possible', 'rate_limited'],
  },
  getAttachment: {
    method: 'get',
    path: '/api/v1/attachments/{id}',
    summary: 'Download by a link that a view gave; add preview=1 for an image inside a page',
    access: 'anyone',
    query: z.strictObject({
      expires: z.string(),
      signature: z.string(),
      preview: z.literal('1').optional(),
    }),
    status: 200,
    problems: ['attachment_not_found'],
  },
  requestSignInLink: {
    method: 'post',
    path: '/api/v1/desk/auth/sign-in-links',
    summary: 'Have a sign-in link mailed; the answer is the same whether or not anybody has this address',
    access: 'anyone',
    body: desk.signInLinkBody,
    status: 202,
    problems: ['cross_site_refused', 'rate_limited'],
  },
  signIn: {
    method: 'post',
    path: '/api/v1/desk/auth/session',
    summary: 'Sign in with the token of a mailed link, which works once; the answer sets the session cookies',
    access: 'anyone',
    body: desk.sessionBody,
    status: 204,
    problems: ['sign_in_link_invalid', 'cross_site_refused', 'rate_limited'],
  },
  signOut: {
    method: 'delete',
    path: '/api/v1/desk/auth/session',
    summary: 'Sign out: the session ends everywhere at once',
    access: 'staff',
    status: 204,
    problems: ['cross_site_refused'],
  },
  setActiveMerchant: {
    method: 'put',
    path: '/api/v1/desk/auth/merchant',
    summary: 'Work for another merchant of which this person is staff',
    access: 'staff',
    body: desk.activeMerchantBody,
    status: 204,
    problems: ['sign_in_needed', 'merchant_not_found', 'cross_site_refused'],
  },
  getMe: {
    method: 'get',
    path: '/api/v1/desk/me',
    summary: 'Who is signed in',
    access: 'staff',
    query: lang,
    status: 200,
    answer: desk.me,
    problems: ['sign_in_needed'],
  },
  getInbox: {
    method: 'get',
    path: '/api/v1/desk/tickets',
    summary: 'The inbox, nearest deadline first',
    access: 'staff',
    query: desk.inboxQuery,
    status: 200,
    answer: desk.inboxPage,
    problems: ['sign_in_needed', 'role_not_allowed'],
  },
  fileTicketAsStaff: {
    method: 'post',
    path: '/api/v1/desk/tickets',
    summary: 'File a request that came by phone or mail',
    access: 'staff',
    body: tickets.deskFileBody,
    status: 201,
    answer: tickets.receipt,
    idempotencyKey: 'needed',
    problems: [...filingProblems, 'sign_in_needed', 'role_not_allowed', 'cross_site_refused'],
  },
  uploadAttachmentAsStaff: {
    method: 'post',
    path: '/api/v1/desk/attachments',
    summary: 'Upload one file for a reply, a note or as evidence',
    access: 'staff',
    status: 201,
    answer: tickets.uploadView,
    problems: [
      'file_too_large',
      'file_type_not_accepted',
      'invalid_body',
      'sign_in_needed',
      'role_not_allowed',
      'cross_site_refused',
    ],
  },
  getDeskTicket: {
    method: 'get',
    path: '/api/v1/desk/tickets/{code}',
    summary: 'A ticket as staff see it',
    access: 'staff',
    query: lang,
    status: 200,
    answer: desk.deskTicket,
    problems: ['sign_in_needed', 'role_not_allowed', 'ticket_not_found'],
  },
  replyToTicket: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/replies',
    summary: 'A public reply by a person',
    access: 'staff',
    query: lang,
    body: desk.replyBody,
    status: 201,
    answer: desk.deskTicket,
    idempotencyKey: 'taken',
    problems: [...actProblems, 'attachment_not_usable'],
  },
  noteOnTicket: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/notes',
    summary: 'An internal note',
    access: 'staff',
    query: lang,
    body: desk.noteBody,
    status: 201,
    answer: desk.deskTicket,
    idempotencyKey: 'taken',
    problems: [...actProblems, 'attachment_not_usable'],
  },
  setPriority: {
    method: 'put',
    path: '/api/v1/desk/tickets/{code}/priority',
    summary: 'Set the priority',
    access: 'staff',
    query: lang,
    body: desk.priorityBody,
    status: 200,
    answer: desk.deskTicket,
    problems: actProblems,
  },
  setPlan: {
    method: 'put',
    path: '/api/v1/desk/tickets/{code}/plan',
    summary: 'Write the resolution plan that the customer sees',
    access: 'staff',
    query: lang,
    body: desk.planBody,
    status: 200,
    answer: desk.deskTicket,
    problems: actProblems,
  },
  handOff: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/hand-offs',
    summary: 'Hand over to another department or person, with a public reason',
    access: 'staff',
    query: lang,
    body: desk.handOffBody,
    status: 201,
    answer: desk.deskTicket,
    problems: actProblems,
  },
  setStatus: {
    method: 'put',
    path: '/api/v1/desk/tickets/{code}/status',
    summary: 'Wait for the customer, hold for a third party, take up again, close',
    access: 'staff',
    query: lang,
    body: desk.statusBody,
    status: 200,
    answer: desk.deskTicket,
    problems: actProblems,
  },
  recordCall: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/calls',
    summary: 'Note that the customer was called',
    access: 'staff',
    query: lang,
    body: desk.callBody,
    status: 201,
    answer: desk.deskTicket,
    problems: actProblems,
  },
  resolveTicket: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/resolution',
    summary: 'Resolve with an outcome; declining cites a published exclusion',
    access: 'staff',
    query: lang,
    body: desk.resolutionBody,
    status: 201,
    answer: desk.deskTicket,
    idempotencyKey: 'taken',
    problems: [
      ...actProblems,
      'reply_needed',
      'call_needed',
      'exclusion_needed',
      'exclusion_unknown',
      'evidence_needed',
      'outcome_not_possible',
      'attachment_not_usable',
    ],
  },
} as const satisfies Record<string, Operation>

/** Whatever has a body, a query or a key can get these wrong. */
const bodyProblems = ['malformed_json', 'media_type_not_accepted', 'body_too_large', 'invalid_body'] as const
const keyProblems = [
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_flight',
] as const satisfies ProblemCode[]

/** Every problem that an operation may answer with. */
export function problemsOf({ body, query, idempotencyKey, problems }: Operation): ProblemCode[] {
  const ofInput: ProblemCode[] = [
    ...(body ? bodyProblems : []),
    ...(query ? (['invalid_query'] as const) : []),
    ...(idempotencyKey ? keyProblems : []),
    ...(idempotencyKey === 'needed' ? (['idempotency_key_missing'] as const) : []),
  ]
  return [...new Set<ProblemCode>([...problems, ...ofInput, 'internal'])]
}

export type OperationId = keyof typeof operations
