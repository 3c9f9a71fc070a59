import * as z from 'zod'
import * as identify from '../identify.ts'
import { limits } from '../limits.ts'
import * as tickets from '../tickets.ts'
import type { Operation } from './operation.ts'
import { lang, tokenProblems } from './shared.ts'

const customerProblems = [
  'key_wrong',
  ...tokenProblems,
  'origin_not_allowed',
  'ticket_not_found',
  'ticket_changed',
  'act_not_possible',
  'rate_limited',
] as const

/**
 * `card`, with the key only: `true`, also as a page shows it (card.ts); a `tag`, only if that is another by now; `line`,
 * as a list does.
 */
const ofTicket = lang.extend({ card: z.string().max(limits.card_tag_chars_max).optional() })

/** What customers ask and say of requests that they have filed. */
export const requestOperations = {
  getMyTickets: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/my/tickets',
    summary: 'What the customer of a token has filed',
    access: 'token',
    status: 200,
    answer: identify.myTickets,
    problems: ['merchant_not_found', 'origin_not_allowed', 'rate_limited', ...tokenProblems],
  },
  checkUnread: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/unread',
    summary: 'How some requests stand and when staff wrote last; 304 while nothing changed',
    access: 'anyone',
    query: identify.unreadQuery,
    status: 200,
    answer: identify.unreadView,
    problems: ['merchant_not_found', 'origin_not_allowed', 'rate_limited', ...tokenProblems],
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
    query: ofTicket,
    status: 200,
    answer: z.union([tickets.customerTicket, tickets.publicTicket]),
    problems: ['ticket_not_found', 'key_wrong', ...tokenProblems, 'origin_not_allowed', 'rate_limited'],
  },
  sendMessage: {
    method: 'post',
    path: '/api/v1/tickets/{code}/messages',
    summary: "The customer's reply",
    access: 'key',
    query: ofTicket,
    body: tickets.customerMessageBody,
    status: 201,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [
      'key_wrong',
      ...tokenProblems,
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
    query: ofTicket,
    body: tickets.withdrawalBody,
    status: 200,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [
      'key_wrong',
      ...tokenProblems,
      'origin_not_allowed',
      'ticket_not_found',
      'act_not_possible',
      'rate_limited',
    ],
  },
  rateTicket: {
    method: 'post',
    path: '/api/v1/tickets/{code}/rating',
    summary: 'The customer says how satisfied they are, once it is resolved or closed; the later one counts',
    access: 'key',
    query: ofTicket,
    body: tickets.ratingBody,
    status: 201,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [...customerProblems, 'cause_not_possible'],
  },
  chooseRemedy: {
    method: 'post',
    path: '/api/v1/tickets/{code}/remedies/{id}/choice',
    summary: 'The customer says what they take of what is owed, and how it is to reach them',
    access: 'key',
    query: ofTicket,
    body: tickets.remedyChoiceBody,
    status: 201,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [...customerProblems, 'remedy_unknown', 'remedy_state', 'offer_unknown', 'claim_window_over'],
  },
  disputeRemedy: {
    method: 'post',
    path: '/api/v1/tickets/{code}/remedies/{id}/dispute',
    summary:
      'The customer does not accept that nothing is owed, or what was settled: the named contact is told',
    access: 'key',
    query: ofTicket,
    body: tickets.remedyDisputeBody,
    status: 201,
    answer: tickets.customerTicket,
    idempotencyKey: 'taken',
    problems: [...customerProblems, 'remedy_unknown', 'remedy_state'],
  },
} as const satisfies Record<string, Operation>
