import { removeUnattached } from './attachments/remove-unattached.ts'
import type { Context } from './context.ts'
import { openDb } from './db/db.ts'
import { closeResolved } from './deadlines/close-resolved.ts'
import { sweep } from './deadlines/sweep.ts'
import type { Env } from './env.ts'
import { deleteOldAnswers } from './http/idempotency-store.ts'
import { deleteExpiredProofs } from './http/proof-store.ts'
import { sendOutbox } from './outbox/send-outbox.ts'
import { deleteExpiredSignIns } from './staff/store.ts'

/** The map of what is done every minute, in this order. */
const jobs: Readonly<Record<string, (context: Context, env: Env) => Promise<unknown>>> = {
  'record missed deadlines': sweep,
  'close resolved requests': closeResolved,
  'send the outbox': sendOutbox,
  'remove uploads that nothing used': (context, { FILES }) => removeUnattached(context, FILES),
  'delete answers kept for retries': ({ db, now }) => deleteOldAnswers(db, now),
  'delete proofs that are over': ({ db, now }) => deleteExpiredProofs(db, now),
  'delete sign-ins that are over': ({ db, now }) => deleteExpiredSignIns(db, now),
}

/** What Cloudflare calls every minute. The clock is the instant that it was called for; one job's failure stops no other. */
export async function scheduled(controller: ScheduledController, env: Env): Promise<void> {
  const context: Context = {
    db: openDb(env.DB),
    now: new Date(controller.scheduledTime),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }
  for (const [name, job] of Object.entries(jobs)) {
    await job(context, env).catch((error: unknown) => console.error(`Could not ${name}:`, error))
  }
}
