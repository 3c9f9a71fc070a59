import type { Context as HonoContext } from 'hono'
import type { AppEnv } from './app-env.ts'
import { kickOutbox } from './kick-outbox.ts'

/**
 * Does the rest of a request once its answer is on the way, and sends what that put into the outbox. For work whose
 * duration would tell a stranger something.
 */
export function afterAnswer(c: HonoContext<AppEnv>, work: () => Promise<void>): void {
  const { executionCtx, env } = c
  const whole = work().then(() => kickOutbox(env, executionCtx))
  executionCtx.waitUntil(whole.catch((error) => console.error(c.var.requestId, c.req.path, error)))
}
