import { openDb } from '../db/db.ts'
import type { Env } from '../env.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { presentInstant } from './present-instant.ts'

/**
 * Sends what a write has just put into the outbox, after the answer has gone out. What does not get through now is
 * left to the next minute's cron.
 */
export function kickOutbox(env: Env, ctx: Pick<ExecutionContext, 'waitUntil'>): void {
  const sending = sendOutbox({ db: openDb(env.DB), now: presentInstant(env) }, env)
  ctx.waitUntil(sending.catch((error) => console.error('outbox', error)))
}
