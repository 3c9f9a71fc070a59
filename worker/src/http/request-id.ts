import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Names every request, so that what a person was told and what the log says can be put together. */
export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  c.header('X-Request-Id', c.var.requestId)
  await next()
}
