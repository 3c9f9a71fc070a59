import { type Problem, problems } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './app-env.ts'
import { ProblemError } from './raise.ts'

/** The one place where an error becomes an answer. What was not expected is logged and told without its stack. */
export function answerProblem(error: Error, c: HonoContext<AppEnv>): Response {
  const expected = error instanceof ProblemError ? error : unexpected(error, c)
  const { status, title } = problems[expected.code]
  const { errors, retryAfterSeconds, challenge, changed } = expected.more
  const body: Problem = {
    type: `${c.env.PUBLIC_URL}/api/v1/docs#problem-${expected.code}`,
    title,
    status,
    detail: expected.message,
    code: expected.code,
    requestId: c.var.requestId,
    ...(errors && { errors }),
    ...(challenge && { challenge }),
    ...(changed && { changed }),
  }
  // RFC 9110, 15.5.2: what would be let in.
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
  c.header('Cache-Control', 'no-store')
  c.header('Content-Type', 'application/problem+json')
  return c.body(JSON.stringify(body), status)
}

function unexpected(error: Error, c: HonoContext<AppEnv>): ProblemError {
  console.error(c.var.requestId, c.req.method, c.req.path, error)
  const detail = `It is in our log under ${c.var.requestId}. Try again; if it stays, tell us this number.`
  return new ProblemError('internal', detail, {})
}
