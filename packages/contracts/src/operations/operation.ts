import type * as z from 'zod'
import type { ProblemCode } from '../problems.ts'

export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** OpenAPI path template. */
  readonly path: string
  readonly summary: string
  /** `token`: of a customer whom the merchant vouches for. */
  readonly access: 'anyone' | 'key' | 'token' | 'staff'
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly status: 200 | 201 | 202 | 204
  readonly answer?: z.ZodType
  readonly idempotencyKey?: 'needed' | 'taken'
  /** Beside those that `problemsOf` adds. */
  readonly problems: readonly ProblemCode[]
}

/** Whatever has a body, a query or a key can get these wrong. */
const bodyProblems = ['malformed_json', 'media_type_not_accepted', 'body_too_large', 'invalid_body'] as const
const keyProblems = [
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_flight',
] as const satisfies ProblemCode[]

/** Every problem that an operation may answer with. */
export function problemsOf({ body, query, idempotencyKey, problems }: Operation): ProblemCode[] {
  const ofInput: ProblemCode[] = [
    ...(body ? bodyProblems : []),
    ...(query ? (['invalid_query'] as const) : []),
    ...(idempotencyKey ? keyProblems : []),
    ...(idempotencyKey === 'needed' ? (['idempotency_key_missing'] as const) : []),
  ]
  return [...new Set<ProblemCode>([...problems, ...ofInput, 'internal'])]
}
