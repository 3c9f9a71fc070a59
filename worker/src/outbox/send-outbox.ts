import { limits } from '@camket/contracts'
import type { Db } from '../db/db.ts'
import type { Env } from '../env.ts'
import { nextTryAfter } from './back-off.ts'
import { composeMail } from './compose-mail.ts'
import { openSender, type SendMail } from './sender.ts'
import {
  claimOutbox,
  type OutboxRow,
  postponeOutbox,
  readTold,
  settleOutbox,
  type ToldRows,
} from './store.ts'

type Occasion = { readonly db: Db; readonly now: Date; readonly env: Env; readonly send: SendMail }
type Result = 'sent' | 'nothing_to_send' | 'failed'

const second = 1000

/**
 * Sends what is due, each mail at least once: a row is settled only after its mail is in other hands, and whoever
 * dies in between leaves a lease that runs out. Failures are kept with the row and tried again later.
 */
export async function sendOutbox(
  { db, now }: { readonly db: Db; readonly now: Date },
  env: Env,
  send: SendMail = openSender(env),
): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, nothing_to_send: 0, failed: 0 }
  const leasedUntil = new Date(now.getTime() + limits.outbox_lease_seconds * second)
  for (let pass = 0; pass < limits.outbox_passes_max; pass += 1) {
    const rows = await claimOutbox(db, { now, leasedUntil, rows_max: limits.outbox_batch_max })
    if (rows.length === 0) break
    const told = await readTold(db, rows)
    const results = await Promise.all(rows.map((row) => sendRow(row, told, { db, now, env, send })))
    for (const result of results) counts[result] += 1
    if (rows.length < limits.outbox_batch_max) break
  }
  return { sent: counts.sent, failed: counts.failed }
}

async function sendRow(row: OutboxRow, told: ToldRows, occasion: Occasion): Promise<Result> {
  const { db, now, env, send } = occasion
  if (isOutOfDate(row, now)) return giveBack(row, 'The link in it no longer works', occasion)
  if (row.attempts > limits.outbox_attempts_max) {
    return giveBack(row, row.lastError ?? 'Whoever was sending it died', occasion)
  }
  try {
    const mail = await composeMail({ db, now, env }, row, told)
    if (mail) await send(mail)
    await settleOutbox(db, row.id, mail ? now : null)
    return mail ? 'sent' : 'nothing_to_send'
  } catch (error) {
    return giveBack(row, reasonOf(error), occasion)
  }
}

/** To be tried again, or given up for good. */
async function giveBack(row: OutboxRow, lastError: string, { db, now }: Occasion): Promise<'failed'> {
  const nextTryAt = isOutOfDate(row, now) ? undefined : nextTryAfter(row.attempts, now)
  await postponeOutbox(db, row, { lastError, ...(nextTryAt ? { nextTryAt } : { failedAt: now }) })
  return 'failed'
}

function isOutOfDate({ kind, createdAt }: OutboxRow, now: Date): boolean {
  return kind === 'sign_in' && now.getTime() > createdAt.getTime() + limits.sign_in_link_minutes * 60 * second
}

/** Cloudflare's mail errors carry a code that says more than their name. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, limits.outbox_error_chars_max)
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : ''
  return `${code}${error.message}`.slice(0, limits.outbox_error_chars_max)
}
