import type { Failure } from '@camket/contracts/client'

/** Of what anybody may read from anywhere, for a minute without asking again. */
export const publicHeaders = {
  'Cache-Control': 'public, max-age=60',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
}

export function problemResponse({ problem }: Failure): Response {
  return Response.json(problem, {
    status: problem.status || 503,
    headers: { 'Content-Type': 'application/problem+json', 'X-Content-Type-Options': 'nosniff' },
  })
}
