import * as z from 'zod'
import * as articles from '../articles.ts'
import { commitmentView } from '../commitment.ts'
import { health, widgetConfig } from '../merchants.ts'
import * as record from '../record.ts'
import type { Operation } from './operation.ts'
import { lang } from './shared.ts'

/** What anybody asks of a merchant. */
export const merchantOperations = {
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
    summary:
      "What a face needs to draw itself for a merchant; in the merchant's own language if not in the one asked for",
    access: 'anyone',
    // A page says what language it is in, not what we speak.
    query: z.strictObject({ locale: z.enum(['vi', 'en']).optional().catch(undefined) }),
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
  getRecord: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/record',
    summary: 'How the commitment was kept in the last 30, 90 or 365 days, by pledge and by month',
    access: 'anyone',
    query: record.recordQuery,
    status: 200,
    answer: record.recordView,
    problems: ['merchant_not_found', 'rate_limited'],
  },
  getRecordEvents: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/record/events',
    summary: 'Every deadline that was decided in a month, from which anybody can compute the record again',
    access: 'anyone',
    query: record.recordEventsQuery,
    status: 200,
    answer: record.recordEvents,
    problems: ['merchant_not_found', 'rate_limited'],
  },
  searchArticles: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/articles',
    summary: 'At most three articles of help that fit what is being typed; without words all of them',
    access: 'anyone',
    query: articles.articleQuery,
    status: 200,
    answer: articles.articleHits,
    problems: ['merchant_not_found', 'origin_not_allowed', 'rate_limited'],
  },
  getArticle: {
    method: 'get',
    path: '/api/v1/merchants/{merchant}/articles/{slug}',
    summary: 'One article of help',
    access: 'anyone',
    query: lang,
    status: 200,
    answer: articles.articleView,
    problems: ['merchant_not_found', 'article_not_found', 'origin_not_allowed', 'rate_limited'],
  },
} as const satisfies Record<string, Operation>
