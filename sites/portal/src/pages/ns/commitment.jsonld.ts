import type { APIRoute } from 'astro'
import { vocabularyContext } from '../../commitment/vocabulary-context.ts'

/** The context by which the JSON of a commitment is JSON-LD; anybody's program may fetch it. */
export const GET: APIRoute = ({ url }) =>
  new Response(JSON.stringify(vocabularyContext(url.origin)), {
    headers: {
      'Content-Type': 'application/ld+json',
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    },
  })
