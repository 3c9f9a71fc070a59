import { limits } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import { openDb } from '../db/db.ts'
import type { Statement } from '../db/statement.ts'
import type { AppEnv } from './app-env.ts'
import { deleteAnswer, type IdempotencyRow, insertAnswer, isKept, readAnswer } from './idempotency-store.ts'
import { raise } from './raise.ts'

/** The first answer to a key: what is stored of it holds no secret. */
export type Answered = { readonly status: 200 | 201; readonly answer: object; readonly ticketId: string }

type Act = {
  /** Separates the keys of different operations. */
  readonly operation: string
  readonly merchantId: string
  /** Whether a request without a key is refused. */
  readonly needed: boolean
  /** The parsed body: another one under the same key is refused. */
  readonly body: unknown
  /** Does it, in one batch that holds what `keep` gives. */
  readonly run: (keep: (answered: Answered) => Statement[]) => Promise<Answered>
  /** Members of the answer that are made anew each time: secrets, and what is only true now. */
  readonly reveal?: (answered: Pick<Answered, 'answer' | 'ticketId'>) => Promise<object>
}

/** Keys being worked on in this isolate, each with the end of its lease: a request that was cut off blocks no retry. */
const inFlight = new Map<string, number>()
const inFlight_max = 10_000

/**
 * Does something once per key. The answer's row is in the batch of what it answers, so a crash leaves both or
 * neither. Of two at once, this isolate tells the second 409; between isolates the row's primary key fails the
 * second's whole batch, and it reads the first's answer.
 */
export async function idempotent(c: HonoContext<AppEnv>, act: Act): Promise<Response> {
  const header = keyOf(c, act.needed)
  if (header === undefined) return answer(c, act, await act.run(() => []))
  const key = `${act.operation}:${header}`
  const flight = `${act.merchantId}/${key}`
  takeOff(flight)
  try {
    return await once(c, act, key)
  } finally {
    inFlight.delete(flight)
  }
}

async function once(c: HonoContext<AppEnv>, act: Act, key: string): Promise<Response> {
  const db = openDb(c.env.DB)
  const { merchantId } = act
  const now = new Date()
  const bodyHash = await hash(act.body)
  const stored = await readAnswer(db, { merchantId, key })
  if (stored && isKept(stored, now)) return replay(c, act, stored, bodyHash)
  const keep = (answered: Answered): Statement[] => [
    ...(stored ? [deleteAnswer(db, { merchantId, key })] : []),
    insertAnswer(db, { merchantId, key, bodyHash, createdAt: now, ...answered }),
  ]
  try {
    return await answer(c, act, await act.run(keep))
  } catch (error) {
    const first = await readAnswer(db, { merchantId, key })
    if (first && isKept(first, now)) return replay(c, act, first, bodyHash)
    throw error
  }
}

async function replay(
  c: HonoContext<AppEnv>,
  act: Act,
  stored: IdempotencyRow,
  bodyHash: string,
): Promise<Response> {
  if (stored.bodyHash !== bodyHash) {
    raise('idempotency_key_reused', 'Use a new key for another request; the same key only for the same body.')
  }
  c.header('Idempotency-Replayed', 'true')
  const { ticketId } = stored
  return answer(c, act, {
    status: stored.status === 200 ? 200 : 201,
    answer: stored.answer as object,
    ticketId,
  })
}

async function answer(c: HonoContext<AppEnv>, { reveal }: Act, answered: Answered): Promise<Response> {
  const revealed = await reveal?.(answered)
  return c.json({ ...answered.answer, ...revealed }, answered.status)
}

function keyOf(c: HonoContext<AppEnv>, needed: boolean): string | undefined {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined || key === '') {
    if (!needed) return undefined
    raise(
      'idempotency_key_missing',
      'Send an Idempotency-Key of your own, the same for every try at this request.',
    )
  }
  if (key.length > limits.idempotency_key_chars_max || !/^[\x21-\x7e]+$/.test(key)) {
    raise(
      'idempotency_key_invalid',
      `A key is 1 to ${limits.idempotency_key_chars_max} visible ASCII characters without spaces.`,
    )
  }
  return key
}

function takeOff(flight: string): void {
  const now = Date.now()
  const leasedUntil = inFlight.get(flight)
  if (leasedUntil !== undefined && now < leasedUntil) {
    raise('idempotency_in_flight', 'Ask again in a second, with the same key.', { retryAfterSeconds: 1 })
  }
  if (inFlight.size >= inFlight_max) inFlight.clear()
  inFlight.set(flight, now + limits.idempotency_lease_seconds * 1000)
}

/** SHA-256, in hex, of the parsed body: the order of members makes no difference once a schema has read them. */
async function hash(body: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}
