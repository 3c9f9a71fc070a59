import type { Context as HonoContext } from 'hono'
import { answerProblem } from './answer-problem.ts'
import type { AppEnv } from './app-env.ts'
import { ProblemError } from './raise.ts'

type Route = { readonly method: string; readonly path: string }

/** For what no route took: 405 where one takes other methods at this address (RFC 9110, 15.5.6), else 404. */
export function answerNotFound(c: HonoContext<AppEnv>, routes: readonly Route[]): Response {
  const allowed = allowedMethods(routes, c.req.path)
  if (allowed.length === 0) {
    const detail = `See ${c.env.PUBLIC_URL}/api/v1/docs for what there is.`
    return answerProblem(new ProblemError('not_found', detail, {}), c)
  }
  c.header('Allow', allowed.join(', '))
  return answerProblem(new ProblemError('method_not_allowed', `Send ${allowed.join(' or ')}.`, {}), c)
}

function allowedMethods(routes: readonly Route[], pathname: string): string[] {
  const taken = routes
    // `ALL` is what middleware is mounted by.
    .filter(({ method, path }) => method !== 'ALL' && matches(path, pathname))
    .map(({ method }) => method)
  return [...new Set(taken.includes('GET') ? [...taken, 'HEAD'] : taken)].sort()
}

/** As Hono reads a route's path: `:name` is one segment. */
function matches(path: string, pathname: string): boolean {
  const own = path.split('/')
  const asked = pathname.split('/')
  if (own.length !== asked.length) return false
  return own.every((segment, index) =>
    segment.startsWith(':') ? asked[index] !== '' : segment === asked[index],
  )
}
