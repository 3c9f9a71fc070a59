import { env } from 'cloudflare:workers'
import {
  type Operation,
  type OperationId,
  operations,
  type Problem,
  problem,
  problemsOf,
} from '@camket/contracts'
import { expect } from 'vitest'
import type * as z from 'zod'
import { app } from '../app.ts'
import type { Env } from '../env.ts'

type Sent = {
  /** Members of the address, by the names in its template. */
  readonly at?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown
  /** A request's secret key. */
  readonly key?: string
  readonly idempotencyKey?: string
  /** From `signInAs`. */
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Other bindings than the test's own. */
  readonly bindings?: Partial<Env>
  /** Another isolate's app than this one's. */
  readonly through?: Pick<typeof app, 'fetch'>
}

type AnswerOf<Id extends OperationId> = (typeof operations)[Id] extends { readonly answer: infer S }
  ? S extends z.ZodType
    ? z.output<S>
    : never
  : undefined

export type Called<Id extends OperationId> = {
  readonly status: number
  readonly headers: Headers
  /** Throws when the answer is a problem. */
  readonly value: AnswerOf<Id>
  /** Throws when the answer is none. */
  readonly problem: Problem
}

/** Mails that were sent, newest last. */
export const mails: { readonly to: string; readonly text: string }[] = []

let calls = 0

/**
 * Does an operation as over the network, and holds the answer against the contract: a success has the stated status
 * and exactly the stated members; a failure is a problem that the operation lists. What the Worker does after the
 * answer is done when this returns. Each call comes from an address of the network of its own, so that none uses up
 * another's limit.
 */
export async function call<Id extends OperationId>(id: Id, sent: Sent = {}): Promise<Called<Id>> {
  const operation: Operation = operations[id]
  const response = await send(requestOf(operation, sent), sent)
  const { status, headers, ok } = response
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (status === 304) {
    expect(text).toBe('')
  } else if (ok) {
    expect(status).toBe(operation.status)
    expect(operation.answer?.parse(body)).toEqual(body)
  } else {
    expect(headers.get('Content-Type')).toBe('application/problem+json')
    expect(problem.parse(body)).toMatchObject({ status, requestId: headers.get('X-Request-Id') })
    expect(problemsOf(operation)).toContain(problem.parse(body).code)
  }
  return {
    status,
    headers,
    get value() {
      if (!ok) throw new Error(`${id} answered ${status} ${text}`)
      return body as AnswerOf<Id>
    },
    get problem() {
      return ok ? noProblem(id) : problem.parse(body)
    },
  }
}

function noProblem(id: OperationId): never {
  throw new Error(`${id} answered with no problem`)
}

function requestOf({ method, path }: Operation, sent: Sent): Request {
  const { at = {}, query = {}, body, key, idempotencyKey, cookie } = sent
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''))
  const url = new URL(filled, 'https://camket.test')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const headers = new Headers(body === undefined ? {} : { 'Content-Type': 'application/json' })
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`)
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey)
  if (cookie !== undefined) headers.set('Cookie', cookie)
  for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Request(url, {
    method: method.toUpperCase(),
    headers,
    ...(body !== undefined && { body: text }),
  })
}

/** Sends any request; what the Worker does after the answer is done when this returns. */
export async function send(
  request: Request,
  { bindings = {}, through = app }: Pick<Sent, 'bindings' | 'through'> = {},
): Promise<Response> {
  calls += 1
  if (!request.headers.has('CF-Connecting-IP')) request.headers.set('CF-Connecting-IP', `caller ${calls}`)
  const later: Promise<unknown>[] = []
  const response = await through.fetch(
    request,
    { ...env, EMAIL: mailbox, LIMIT_TRAFFIC: quiet, ...bindings },
    { waitUntil: (work) => void later.push(work), passThroughOnException: () => undefined, props: {} },
  )
  while (later.length > 0) await later.pop()
  return response
}

/** A test files more in a minute than people do; those about floods count with the runtime's own. */
const quiet: RateLimit = { limit: async () => ({ success: true }) }

/** The network's end of the mail binding. */
const mailbox = {
  send: async (mail: (typeof mails)[number]) => {
    mails.push(mail)
    return { messageId: '' }
  },
} as unknown as SendEmail
