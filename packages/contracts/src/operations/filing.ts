import * as z from 'zod'
import { challengeView, solvePassBody } from '../challenge.ts'
import * as tickets from '../tickets.ts'
import type { Operation } from './operation.ts'
import { filingProblems, lang, tokenProblems } from './shared.ts'

/** What it takes to file a request. */
export const filingOperations = {
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
  fileTicket: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/tickets',
    summary: 'File a request',
    access: 'anyone',
    body: tickets.fileTicketBody,
    status: 201,
    answer: tickets.receipt,
    idempotencyKey: 'needed',
    problems: [...filingProblems, 'challenge_needed', ...tokenProblems],
  },
  getChallenge: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/challenge',
    summary: 'What to solve before a request is taken while a merchant is being flooded',
    access: 'anyone',
    query: lang,
    status: 200,
    answer: challengeView,
    problems: ['merchant_not_found', 'origin_not_allowed', 'rate_limited'],
  },
  solvePass: {
    method: 'post',
    path: '/api/v1/merchants/{merchant}/challenge/passes',
    summary: 'Prove for a pass, in X-Camket-Proof, so that a request is taken with it; again changes nothing',
    access: 'anyone',
    body: solvePassBody,
    status: 204,
    problems: [
      'pass_invalid',
      'challenge_needed',
      'merchant_not_found',
      'origin_not_allowed',
      'rate_limited',
    ],
  },
} as const satisfies Record<string, Operation>
