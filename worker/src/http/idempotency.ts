import { limits } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import type { Statement } from '../db/statement.ts'
import type { AppEnv } from './app-env.ts'
import { contextOf } from './context-of.ts'
import { deleteAnswer, type IdempotencyRow, insertAnswer, isKept, readAnswer } from './idempotency-store.ts'
import { raise } from './raise.ts'

/** The answer to a key: what is stored of it holds no secret. */
type Answered = { readonly status: 200 | 201; readonly answer: object; readonly ticketId: string }

/** Says what the answer will be, and gives the statements that store it, for the batch of what it answers. */
type Keep = (answered: Answered) => Statement[]

type Act = {
  readonly merchantId: string
  /** From `keyOf`. */
  readonly key: string | undefined
  /** What `answerUnder` found for the key. */
  readonly stored: IdempotencyRow | undefined
  /** The parsed body: another one under the same key is refused. */
  readonly body: unknown
  /** Does it in one batch, which holds what `keep` gives. */
  readonly run: (keep: Keep) => Promise<unknown>
  /** Members of the answer that are made anew each time: secrets, and what is only true now. */
  readonly reveal: (answered: Pick<Answered, 'answer' | 'ticketId'>) => Promise<object>
}

/** Keys being worked on in this isolate, each with the end of its lease: a request that was cut off blocks no retry. */
const inFlight = new Map<string, number>()
const inFlight_max = 10_000

/** The request's key, apart from those of other operations. Raises when it is missing though `needed`, or no key. */
export function keyOf(
  c: HonoContext<AppEnv>,
  operation: string,
  { needed }: { readonly needed: boolean },
): string | undefined {
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
  return `${operation}:${key}`
}

/**
 * Does something once per key. The answer's row is in the batch of what it answers, so a crash leaves both or
 * neither. Of two at once, this isolate tells the second 409; between isolates the row's primary key fails the
 * second's whole batch, and it reads the first's answer.
 */
export async function idempotent(c: HonoContext<AppEnv>, act: Act): Promise<Response> {
  const { key, merchantId } = act
  if (key === undefined) return answer(c, act, await runOnce(act, () => []))
  const flight = `${merchantId}/${key}`
  const leasedUntil = takeOff(flight)
  try {
    return await oncePerKey(c, { ...act, key })
  } finally {
    if (inFlight.get(flight) === leasedUntil) inFlight.delete(flight)
  }
}

async function oncePerKey(c: HonoContext<AppEnv>, act: Act & { readonly key: string }): Promise<Response> {
  const { db, now } = contextOf(c)
  const { merchantId, key, stored } = act
  const bodyHash = await hash(act.body)
  if (stored && isKept(stored, now)) return replay(c, act, stored, bodyHash)
  const keep = (answered: Answered): Statement[] => [
    ...(stored ? [deleteAnswer(db, stored)] : []),
    insertAnswer(db, { merchantId, key, bodyHash, createdAt: now, ...answered }),
  ]
  let answered: Answered
  try {
    answered = await runOnce(act, keep)
  } catch (error) {
    const first = await readAnswer(db, { merchantId, key })
    if (first && isKept(first, now)) return replay(c, act, first, bodyHash)
    throw error
  }
  return answer(c, act, answered)
}

/** What was kept last: a verb that had to decide again kept again. */
async function runOnce({ run }: Act, store: Keep): Promise<Answered> {
  let kept: Answered | undefined
  await run((answered) => {
    kept = answered
    return store(answered)
  })
  if (!kept) throw new Error('What was done has no answer')
  return kept
}

async function replay(
  c: HonoContext<AppEnv>,
  act: Act,
  { status, answer: first, ticketId, bodyHash: firstHash }: IdempotencyRow,
  bodyHash: string,
): Promise<Response> {
  if (firstHash !== bodyHash) {
    raise('idempotency_key_reused', 'Use a new key for another request; the same key only for the same body.')
  }
  c.header('Idempotency-Replayed', 'true')
  return answer(c, act, { status: status === 200 ? 200 : 201, answer: first as object, ticketId })
}

async function answer(c: HonoContext<AppEnv>, { reveal }: Act, answered: Answered): Promise<Response> {
  return c.json({ ...answered.answer, ...(await reveal(answered)) }, answered.status)
}

function takeOff(flight: string): number {
  const now = Date.now()
  const leasedUntil = inFlight.get(flight)
  if (leasedUntil !== undefined && now < leasedUntil) {
    raise('idempotency_in_flight', 'Ask again in a second, with the same key.', { retryAfterSeconds: 1 })
  }
  if (inFlight.size >= inFlight_max) inFlight.clear()
  const until = now + limits.idempotency_lease_seconds * 1000
  inFlight.set(flight, until)
  return until
}

/** SHA-256, in hex, of the parsed body, whatever the order of its members. */
async function hash(body: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(body, inOrder))
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
