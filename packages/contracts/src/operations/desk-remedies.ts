import * as desk from '../desk.ts'
import type { Operation } from './operation.ts'
import { actProblems, lang } from './shared.ts'

/** What staff do with what is owed. */
export const deskRemedyOperations = {
  getRemedies: {
    method: 'get',
    path: '/api/v1/desk/remedies',
    summary: 'What is owed to customers, nearest settle-by first; or what became of it, newest first',
    access: 'staff',
    query: desk.remediesQuery,
    status: 200,
    answer: desk.remediesPage,
    problems: ['sign_in_needed', 'role_not_allowed'],
  },
  getRemediesList: {
    method: 'get',
    path: '/api/v1/desk/remedies.csv',
    summary: 'The same as a CSV file for the accountant, with the payees; for owners and leads',
    access: 'staff',
    query: desk.remediesQuery.omit({ cursor: true, limit: true }),
    status: 200,
    problems: ['sign_in_needed', 'role_not_allowed'],
  },
  settleRemedy: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/remedies/{id}/settlement',
    summary: 'What was owed was given; refused when by now more or less is owed than was seen',
    access: 'staff',
    query: lang,
    body: desk.settlementBody,
    status: 201,
    answer: desk.deskTicket,
    idempotencyKey: 'taken',
    problems: [
      ...actProblems,
      'remedy_unknown',
      'remedy_state',
      'remedy_grows',
      'facts_needed',
      'amount_changed',
    ],
  },
  waiveRemedy: {
    method: 'post',
    path: '/api/v1/desk/tickets/{code}/remedies/{id}/waiver',
    summary:
      'Nothing is owed after all: cites a published exclusion, with its evidence and words to the customer',
    access: 'staff',
    query: lang,
    body: desk.waiverBody,
    status: 201,
    answer: desk.deskTicket,
    idempotencyKey: 'taken',
    problems: [
      ...actProblems,
      'remedy_unknown',
      'remedy_state',
      'exclusion_unknown',
      'evidence_needed',
      'attachment_not_usable',
    ],
  },
} as const satisfies Record<string, Operation>
